/** Rules that hold for the whole. */
@NullMarked
package gazette;

import org.jspecify.annotations.NullMarked;
