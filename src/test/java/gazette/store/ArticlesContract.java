package gazette.store;

import static gazette.store.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.Articles.Standing;
import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.LinkedPicture;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    @Test
    void everyKindOfBlockAndPictureComesBack() {
        Prose prose = new Prose(List.of(
                Span.plain("Les «étals» \\ \"rouges\" "),
                new Span("rouvrent", Span.Look.STRONG, Optional.empty()),
                new Span(" ici", Span.Look.PLAIN, Optional.of(URI.create("https://example.org/a?b=c&d=%22"))),
                new Span("x--", Span.Look.CODE, Optional.of(URI.create("mailto:redaction@example.org")))));
        Prose plain = Prose.of("Tôt.");
        LinkedPicture linked = new LinkedPicture(
                URI.create("https://example.org/etal.jpg"), "Un étal", Optional.of(new LinkedPicture.Size(640, 480)));
        List<Block> blocks = List.of(
                new Paragraph(prose),
                new Paragraph(new Prose(List.of(Span.plain("En deux "), Span.plain("morceaux.")))),
                new Intertitle("Dès lundi"),
                new ItemList(
                        ItemList.Marker.NUMBER, List.of(new ItemList.Item(0, plain), new ItemList.Item(12, prose))),
                new ItemList(ItemList.Marker.BULLET, List.of(new ItemList.Item(0, plain))),
                new Quotation(List.of(prose, plain)),
                new Preformatted("un\n\tdeux\u0001\n  trois {\"p\":1}"),
                new Figure(linked, "Légende"),
                new Figure(new LinkedPicture(linked.address(), "", Optional.empty()), ""),
                new Figure(Samples.picture(), ""));
        Article above = Samples.feedArticle("https://example.org/1", "https://example.org/1", blocks, 1)
                .with(linked);
        Article sizeless = Samples.feedArticle("2", "https://example.org/2", blocks.subList(0, 1), 2)
                .with(new LinkedPicture(linked.address(), "Un étal", Optional.empty()));

        articles().keep(List.of(above, sizeless));

        assertThat(articles().load(List.of(above.origin(), sizeless.origin()))).containsExactly(above, sizeless);
    }

    @Test
    void aNameSpelledOtherwiseIsTheSameArticle() {
        articles().keep(List.of(item("http://www.example.org/1/", "https://example.org/a/1", "Un.", 1)));
        Article respelled = item("https://example.org/1", "https://example.org/b/1", "Un.", 1);
        Article edited = item("https://example.org/1", "https://example.org/b/1", "Un, corrigé.", 1);

        assertThat(articles().keep(List.of(respelled))).containsExactly(Standing.EDITED); // its address is another
        assertThat(articles().keep(List.of(respelled))).containsExactly(Standing.KNOWN);
        assertThat(articles().keep(List.of(edited))).containsExactly(Standing.EDITED);
        assertThat(articles().load(List.of(edited.origin())))
                .singleElement()
                .satisfies(article -> assertThat(article.text()).isEqualTo("Un, corrigé."))
                .satisfies(article -> assertThat(article.origin().name()).isEqualTo("http://www.example.org/1/"));
    }

    @Test
    void anotherNameAtTheSameAddressIsTheSameArticle() {
        articles().keep(List.of(item("a", "http://example.org/un", "Un.", 1)));

        assertThat(articles().keep(List.of(item("b", "https://www.example.org/un/", "Un.", 1))))
                .as("the address is only spelled otherwise")
                .containsExactly(Standing.KNOWN);
        assertThat(articles().keep(List.of(item("b", "https://example.org/ailleurs", "Un, corrigé.", 1))))
                .as("the new name is remembered")
                .containsExactly(Standing.EDITED);
        assertThat(articles().keep(List.of(item("c", "https://example.org/ailleurs", "Un, corrigé.", 1))))
                .containsExactly(Standing.KNOWN);
    }

    @Test
    void anAddressThatSeveralShareOrThatIsAWholeSiteTellsNothing() {
        articles().keep(List.of(item("a", "https://example.org/direct", "Un.", 1)));
        articles().keep(List.of(item("home", "https://example.org/", "Accueil.", 1)));

        List<Article> shared = List.of(
                item("b", "https://example.org/direct", "Deux.", 2),
                item("c", "https://example.org/direct", "Trois.", 3));
        assertThat(articles().keep(shared)).containsExactly(Standing.NEW, Standing.NEW);
        assertThat(articles()
                        .keep(List.of(
                                item("d", "https://example.org/direct", "Quatre.", 4),
                                item("e", "https://example.org/", "Cinq.", 5))))
                .containsExactly(Standing.NEW, Standing.NEW);
    }

    @Test
    void twoNamesInOneReadingAreTwoArticlesThoughTheyShareAnAddress() {
        Article first = item("a", "https://example.org/un", "Un.", 1);
        articles().keep(List.of(first));

        assertThat(articles().keep(List.of(first, item("b", "https://example.org/un", "Deux.", 1))))
                .containsExactly(Standing.KNOWN, Standing.NEW);
    }

    @Test
    void aSecondNameDoesNotCountWhileTheFirstIsThere() {
        Article first = item("a", "https://example.org/un", "Un.", 1);
        Article second = item("b", "https://example.org/un", "Un bis.", 1);
        articles().keep(List.of(first));
        articles().keep(List.of(second));

        List<Article> both = List.of(first, second);
        assertThat(articles().keep(both)).containsExactly(Standing.EDITED, Standing.KNOWN);
        assertThat(articles().keep(both)).containsExactly(Standing.KNOWN, Standing.KNOWN);
    }

    @Test
    void aDateAloneIsNoEditInAFeedAndOneInAFile() {
        articles().keep(List.of(item("a", "https://example.org/un", "Un.", 1), article(1)));
        Article redated = article("folder:articles", "1.txt", "Le marché du quartier numéro 1 rouvre.", 1);

        assertThat(articles().keep(List.of(item("a", "https://example.org/un", "Un.", 9))))
                .containsExactly(Standing.KNOWN);
        assertThat(articles().keep(List.of(item("a", "https://example.org/un", "Un, corrigé.", 9))))
                .containsExactly(Standing.EDITED);
        assertThat(articles().keep(List.of(Samples.dated(redated, 9)))).containsExactly(Standing.EDITED);
    }

    @Test
    void whatIsHeldBackIsKnownAndStaysSo() {
        Article old = item("a", "https://example.org/un", "Un.", 1);
        Article fresh = item("b", "https://example.org/deux", "Deux.", 2);

        assertThat(articles().keep(List.of(old, fresh), Set.of(old.origin())))
                .containsExactly(Standing.NEW, Standing.NEW);
        assertThat(articles().keep(List.of(old, fresh))).containsExactly(Standing.KNOWN, Standing.KNOWN);
        assertThat(articles().load(List.of(old.origin()))).containsExactly(old);
    }

    private static Article item(String name, String address, String words, int hour) {
        return Samples.feedArticle(name, address, List.of(new Paragraph(words)), hour);
    }
}
