/** What an edition is made of. */
@NullMarked
package gazette.edition;

import org.jspecify.annotations.NullMarked;
