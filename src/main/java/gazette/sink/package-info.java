/**
 * The catch-all mail server (GreenMail) of the demo, of tests and of any program that wants one, and its inbox. Whatever
 * is sent to it stays on this machine, for whomever it was meant.
 *
 * <ol>
 *   <li>{@link gazette.sink.Sink} listens for SMTP; {@link gazette.sink.Meter} bounds what it reads.
 *   <li>{@link gazette.sink.Inbox} keeps what came, and tells who listens.
 *   <li>{@link gazette.sink.CaughtMessage} is one message, taken apart for a person to look at by
 *       {@link gazette.sink.Anatomy}.
 * </ol>
 */
@NullMarked
package gazette.sink;

import org.jspecify.annotations.NullMarked;
