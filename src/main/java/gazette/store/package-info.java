/**
 * JDBC behind every port. SQLite has one writer, so a process has one write lane, where all take turns in the order in
 * which they came; reads go their own way and never wait.
 *
 * <ol>
 *   <li>{@link gazette.store.Store} opens the file and gives out the ports; all else is package-private.
 *   <li>{@link gazette.store.Schema} brings the tables up to date, by numbered migrations.
 *   <li>{@link gazette.store.WriteLane} does one transaction after the other; Quartz borrows it whole.
 *   <li>{@link gazette.store.ReadPool} looks at what is committed; {@link gazette.store.ReadOnlyFile} does so without
 *       leaving a trace.
 *   <li>{@link gazette.store.GroupCommit} makes one sync of the disk of the turns of all connections.
 *   <li>{@link gazette.store.ListReading} compares an operator's list with the subscriptions beside the lane, and
 *       {@link gazette.store.ListTaking} applies the difference in short turns on it.
 * </ol>
 */
@NullMarked
package gazette.store;

import org.jspecify.annotations.NullMarked;
