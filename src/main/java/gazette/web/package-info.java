/**
 * The pages that readers and newsrooms open. All of them are rendered here, none runs a script.
 *
 * <ol>
 *   <li>{@link gazette.web.WebServer} listens, and lets nothing through that {@link gazette.web.HostCheck} or
 *       {@link gazette.web.SafeHeaders} would not.
 *   <li>{@link gazette.web.LeavingPages} ends a subscription: the only page that changes anything.
 *   <li>{@link gazette.web.InboxPages} shows what the sink caught.
 * </ol>
 */
@NullMarked
package gazette.web;

import org.jspecify.annotations.NullMarked;
