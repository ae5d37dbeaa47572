/** What the store promises: contract suites for every port, and what only a database can break. */
@NullMarked
package gazette.store;

import org.jspecify.annotations.NullMarked;
