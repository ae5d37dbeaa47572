/**
 * Texts as newsrooms write them, in folders.
 *
 * <ol>
 *   <li>{@link gazette.text.FolderReader} lists a folder ({@link gazette.text.FolderListing}) and reads its files.
 *   <li>{@link gazette.text.TextFile} reads one, with its picture: {@link gazette.text.TextDecoder} finds out what it is
 *       written in.
 *   <li>{@link gazette.text.TextReader} takes its text apart into headline, lead, intertitles, date, source, byline.
 * </ol>
 */
@NullMarked
package gazette.text;

import org.jspecify.annotations.NullMarked;
