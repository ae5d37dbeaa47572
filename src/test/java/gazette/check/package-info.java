@NullMarked
package gazette.check;

import org.jspecify.annotations.NullMarked;
