@NullMarked
package gazette.text;

import org.jspecify.annotations.NullMarked;
