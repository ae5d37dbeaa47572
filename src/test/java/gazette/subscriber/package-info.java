/** Tests of lists, exports and tokens. */
@NullMarked
package gazette.subscriber;

import org.jspecify.annotations.NullMarked;
