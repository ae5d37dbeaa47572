@NullMarked
package gazette.fetch;

import org.jspecify.annotations.NullMarked;
