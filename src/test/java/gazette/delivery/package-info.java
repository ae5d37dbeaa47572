@NullMarked
package gazette.delivery;

import org.jspecify.annotations.NullMarked;
