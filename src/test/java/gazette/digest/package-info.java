/** The line from articles to outbox, killed at every step. */
@NullMarked
package gazette.digest;

import org.jspecify.annotations.NullMarked;
