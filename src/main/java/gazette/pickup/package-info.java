/**
 * How new articles come in: sources are asked when their time has come, what they hold is read, and the store keeps each
 * article once.
 *
 * <ol>
 *   <li>{@link gazette.pickup.PickUp} goes through the sources of a newsletter.
 *   <li>{@link gazette.pickup.Sources} remembers how each of them is doing.
 * </ol>
 */
@NullMarked
package gazette.pickup;

import org.jspecify.annotations.NullMarked;
