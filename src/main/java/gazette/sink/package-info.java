/**
 * The catch-all mail server (GreenMail) of the demo and the tests, and its inbox. Whatever is sent to it stays on this
 * machine, for whomever it was meant.
 *
 * <ol>
 *   <li>{@link gazette.sink.Sink} takes messages over SMTP and reads them back over IMAP.
 *   <li>{@link gazette.sink.CaughtMessage} is one of them, taken apart for a person to look at.
 * </ol>
 */
@NullMarked
package gazette.sink;

import org.jspecify.annotations.NullMarked;
