/**
 * Texts as newsrooms write them, in folders.
 *
 * <ol>
 *   <li>{@link gazette.text.FolderReader} lists a folder ({@link gazette.text.FolderListing}) and reads its files.
 *   <li>{@link gazette.text.TextFile} reads one: {@link gazette.text.TextDecoder} finds out what it is written in,
 *       {@link gazette.text.ShownPictures} the pictures beside it.
 *   <li>{@link gazette.text.TextReader} takes plain text apart into headline, lead, intertitles, date, source, byline;
 *       {@link gazette.text.MarkdownReader} and {@link gazette.text.PageReader} do the same with Markdown and HTML.
 *   <li>{@link gazette.text.Manuscript} sets a reading right: {@link gazette.text.Mend} is the file with a front matter
 *       that says so, see {@link gazette.text.Meaning}.
 * </ol>
 */
@NullMarked
package gazette.text;

import org.jspecify.annotations.NullMarked;
