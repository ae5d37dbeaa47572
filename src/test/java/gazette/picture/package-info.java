@NullMarked
package gazette.picture;

import org.jspecify.annotations.NullMarked;
