/** The program as people start it. */
@NullMarked
package gazette.cli;

import org.jspecify.annotations.NullMarked;
