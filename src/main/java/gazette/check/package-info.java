/**
 * What could go wrong with the next edition, found before it goes: each finding says where, what it means and what to do.
 *
 * <ol>
 *   <li>{@link gazette.check.SourceRules} look at how the sources are doing.
 *   <li>{@link gazette.check.ArticleRules} look at the articles of the coming edition.
 * </ol>
 */
@NullMarked
package gazette.check;

import org.jspecify.annotations.NullMarked;
