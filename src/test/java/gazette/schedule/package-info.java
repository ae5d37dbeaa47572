/** Slots over civil time, and Quartz on a database with one connection. */
@NullMarked
package gazette.schedule;

import org.jspecify.annotations.NullMarked;
