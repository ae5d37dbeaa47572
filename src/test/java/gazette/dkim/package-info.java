/** Tests of the signatures of the domain. */
@NullMarked
package gazette.dkim;

import org.jspecify.annotations.NullMarked;
