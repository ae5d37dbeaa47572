/**
 * The line from new articles to a filled outbox: read {@link gazette.digest.DigestRun} first, every other package is a
 * step of it.
 */
@NullMarked
package gazette.digest;

import org.jspecify.annotations.NullMarked;
