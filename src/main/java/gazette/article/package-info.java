/**
 * What newsrooms write: an {@link gazette.article.Article} taken apart into blocks, the
 * {@linkplain gazette.article.Source sources} that it may come from, and the {@linkplain gazette.article.Articles port}
 * that keeps it.
 */
@NullMarked
package gazette.article;

import org.jspecify.annotations.NullMarked;
