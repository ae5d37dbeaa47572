/**
 * Quartz says when; it never says who got mail. Its jobs do nothing but call the work that they were given: pick-up, and
 * the digest run of a slot.
 *
 * <ol>
 *   <li>{@link gazette.schedule.Slots} says which instants a cadence means, over all the jumps of civil time.
 *   <li>{@link gazette.schedule.CronWords} says it to people.
 *   <li>{@link gazette.schedule.Schedule} keeps a durable job per cadence and runs the work when its slot has come.
 *   <li>{@link gazette.schedule.QuartzConnections} is the only class here that sees the database.
 * </ol>
 */
@NullMarked
package gazette.schedule;

import org.jspecify.annotations.NullMarked;
