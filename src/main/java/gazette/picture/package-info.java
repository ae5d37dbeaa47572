/**
 * The pictures of an edition, made ready for mail: fetched, measured, scaled down, or left out with a reason.
 *
 * <ol>
 *   <li>{@link gazette.picture.PictureFile} reads one that lies beside a text or the settings.
 *   <li>{@link gazette.picture.Illustrator} goes through the pictures of an edition.
 * </ol>
 */
@NullMarked
package gazette.picture;

import org.jspecify.annotations.NullMarked;
