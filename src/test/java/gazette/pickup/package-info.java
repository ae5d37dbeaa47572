@NullMarked
package gazette.pickup;

import org.jspecify.annotations.NullMarked;
