/** Tests of the settings, from a folder of files. */
@NullMarked
package gazette.config;

import org.jspecify.annotations.NullMarked;
