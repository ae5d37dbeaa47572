/** The command line and the wiring: the only place where all parts meet. */
@NullMarked
package gazette.cli;

import org.jspecify.annotations.NullMarked;
