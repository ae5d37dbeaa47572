@NullMarked
package gazette.markup;

import org.jspecify.annotations.NullMarked;
