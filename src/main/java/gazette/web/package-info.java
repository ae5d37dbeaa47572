/**
 * The server, and the pages that readers open: those run no script.
 *
 * <ol>
 *   <li>{@link gazette.web.WebServer} listens, and lets nothing through that {@link gazette.web.HostCheck} or
 *       {@link gazette.web.SafeHeaders} would not.
 *   <li>{@link gazette.web.LeavingPages} ends a subscription: the only page that changes anything.
 *   <li>{@link gazette.web.OnlinePages} shows an edition to whoever has its address.
 * </ol>
 */
@NullMarked
package gazette.web;

import org.jspecify.annotations.NullMarked;
