/**
 * What could go wrong with the next edition, found before it goes: each finding says where, what it means and what to do.
 *
 * <ol>
 *   <li>{@link gazette.check.SourceRules} look at how the sources are doing.
 *   <li>{@link gazette.check.ArticleRules} look at the articles of the coming edition.
 *   <li>{@link gazette.check.Personas} are the sample readers whose messages are made.
 *   <li>{@link gazette.check.MessageRules} look at the messages; among them {@link gazette.check.ClientRules} at what mail
 *       programs draw of them, and {@link gazette.check.ContrastRules} at their colours in light and dark.
 * </ol>
 */
@NullMarked
package gazette.check;

import org.jspecify.annotations.NullMarked;
