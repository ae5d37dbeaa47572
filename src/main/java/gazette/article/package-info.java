/**
 * What newsrooms write, and how it is picked up: sources are read, each text is taken apart, and the store keeps each
 * article once.
 *
 * <ol>
 *   <li>{@link gazette.article.PickUp} goes through the sources of a newsletter.
 *   <li>{@link gazette.article.FolderReader} lists a folder ({@link gazette.article.FolderListing}) and reads its files.
 *   <li>{@link gazette.article.TextFile} reads one, with its picture: {@link gazette.article.TextDecoder} finds out what it
 *       is written in.
 *   <li>{@link gazette.article.TextReader} takes its text apart into headline, lead, intertitles, date, source, byline.
 *   <li>{@link gazette.article.Articles} keeps what is new and replaces what was edited.
 * </ol>
 */
@NullMarked
package gazette.article;

import org.jspecify.annotations.NullMarked;
