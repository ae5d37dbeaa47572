/** One document from the web, and servers that try to make more of it. */
@NullMarked
package gazette.fetch;

import org.jspecify.annotations.NullMarked;
