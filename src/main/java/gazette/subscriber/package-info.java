/**
 * Who gets a newsletter, by what right, and how they leave.
 *
 * <ol>
 *   <li>{@link gazette.subscriber.SubscriberList} reads the operator's CSV file, row by row.
 *   <li>{@link gazette.subscriber.Subscribers} makes subscriptions of its rows, and ends them.
 *   <li>{@link gazette.subscriber.SubscriberExport} writes them out again as such a file.
 *   <li>{@link gazette.subscriber.Tokens} signs the link by which a reader leaves.
 * </ol>
 */
@NullMarked
package gazette.subscriber;

import org.jspecify.annotations.NullMarked;
