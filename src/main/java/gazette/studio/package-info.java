/**
 * The studio: the pages for those who make a newsletter. It answers on this machine alone, shows what will go out before
 * it goes, and changes something only when it is told to by a form of its own.
 *
 * <ol>
 *   <li>{@link gazette.studio.Studio} puts the pages together; {@link gazette.studio.Desk} is what they work on.
 *   <li>{@link gazette.studio.StudioRoutes} lets nobody else in, and takes changes only with the token of its forms.
 *   <li>{@link gazette.studio.Frame} prints a page with what all pages have around it.
 * </ol>
 */
@NullMarked
package gazette.studio;

import org.jspecify.annotations.NullMarked;
