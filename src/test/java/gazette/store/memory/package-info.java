/** The ports in memory, for tests: small, whole, and held to the same contract suites as the database. */
@NullMarked
package gazette.store.memory;

import org.jspecify.annotations.NullMarked;
