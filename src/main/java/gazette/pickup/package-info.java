/**
 * How new articles come in: sources are asked when their time has come, what they hold is read, and the store keeps each
 * article once.
 *
 * <ol>
 *   <li>{@link gazette.pickup.PickUp} goes through the sources of a newsletter.
 *   <li>{@link gazette.pickup.Turn} says which feeds are asked.
 *   <li>{@link gazette.pickup.FeedRound} asks them, all hosts at once; {@link gazette.pickup.FeedDesk} takes each apart.
 *   <li>{@link gazette.pickup.Collecting} gathers what comes in, and {@link gazette.pickup.Keeping} stores it in few
 *       commits.
 *   <li>{@link gazette.pickup.Checkup} says how a source is doing now, and {@link gazette.pickup.Sources} remembers it.
 * </ol>
 */
@NullMarked
package gazette.pickup;

import org.jspecify.annotations.NullMarked;
