@NullMarked
package gazette.feed;

import org.jspecify.annotations.NullMarked;
