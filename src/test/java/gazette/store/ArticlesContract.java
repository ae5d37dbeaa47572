package gazette.store;

import static gazette.store.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.Articles.Standing;
import gazette.article.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Articles} promises. */
abstract class ArticlesContract {
    abstract Articles articles();

    @Test
    void anArticleComesBackAsItWasKept() {
        Article plain = article(1);
        Article illustrated = new Article(
                new Origin("folder:articles", "2.txt"),
                plain.language(),
                Optional.empty(),
                "",
                plain.blocks().subList(1, 3),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.of(Samples.picture()),
                List.of(),
                List.of());

        articles().keep(List.of(plain, illustrated));

        assertThat(articles().load(List.of(illustrated.origin(), plain.origin())))
                .containsExactly(illustrated, plain);
    }

    @Test
    void anArticleIsNewOnceAndKnownAfterwards() {
        assertThat(articles().keep(List.of(article(1)))).containsExactly(Standing.NEW);

        assertThat(articles().keep(List.of(article(1)))).containsExactly(Standing.KNOWN);
    }

    @Test
    void anotherTextUnderTheSameNameIsAnEditThatReplacesIt() {
        Article edited = article("folder:articles", "1.txt", "Le marché ferme.", 1);
        articles().keep(List.of(article(1)));

        assertThat(articles().keep(List.of(edited))).containsExactly(Standing.EDITED);
        assertThat(articles().load(List.of(edited.origin()))).containsExactly(edited);
        assertThat(articles().keep(List.of(edited))).containsExactly(Standing.KNOWN);
    }

    @Test
    void theSameTextInAnotherFileIsKnownWithinItsSource() {
        Article first = article(1);
        articles().keep(List.of(first));

        assertThat(articles()
                        .keep(List.of(
                                copy(first, new Origin("folder:articles", "copy.txt")),
                                copy(first, new Origin("folder:others", "1.txt")))))
                .containsExactly(Standing.KNOWN, Standing.NEW);
    }

    @Test
    void aCopyStaysKnownWhenItsOriginalIsEdited() {
        Article first = article(1);
        Article copy = copy(first, new Origin("folder:articles", "copy.txt"));
        articles().keep(List.of(first, copy));
        articles().keep(List.of(article("folder:articles", "1.txt", "Le marché ferme.", 1)));

        assertThat(articles().keep(List.of(copy))).containsExactly(Standing.KNOWN);
    }

    private static Article copy(Article article, Origin origin) {
        return new Article(
                origin,
                article.language(),
                article.headline(),
                "",
                article.blocks(),
                article.published(),
                article.byline(),
                article.credits(),
                article.address(),
                article.picture(),
                List.of(),
                article.topics());
    }

    @Test
    void lookingUpTellsTheSameAsKeepingAndChangesNothing() {
        articles().keep(List.of(article(1)));
        List<Article> read = List.of(
                article(1),
                article("folder:articles", "1.txt", "Le marché ferme.", 1),
                article(2),
                article(2),
                article("folder:articles", "2.txt", "Le marché brûle.", 1));

        List<Standing> standing = articles().standing(read);

        assertThat(standing)
                .containsExactly(Standing.KNOWN, Standing.EDITED, Standing.NEW, Standing.KNOWN, Standing.EDITED);
        assertThat(articles().standing(read)).isEqualTo(standing);
        assertThat(articles().keep(read)).isEqualTo(standing);
    }

    @Test
    void anArticleThatWasNeverKeptCannotBeLoaded() {
        assertThatThrownBy(() -> articles().load(List.of(new Origin("folder:articles", "x.txt"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
