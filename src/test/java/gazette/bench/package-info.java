/** What {@code src/bench/run} measures with: a sink that is no bottleneck, Gazette as a sender among others, and a table. */
@NullMarked
package gazette.bench;

import org.jspecify.annotations.NullMarked;
