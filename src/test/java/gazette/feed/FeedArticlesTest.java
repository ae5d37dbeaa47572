package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.FeedSource;
import gazette.article.FirstRun;
import gazette.article.Origin;
import gazette.article.PrivateNetworks;
import gazette.article.Published;
import gazette.article.SourceLanguage;
import gazette.article.SourceReading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FeedArticlesTest {
    private static final URI ADDRESS = URI.create("https://example.org/rss");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2024-03-10T12:00:00Z");

    @Test
    void anArticleIsKnownByItsId() {
        List<Article> articles =
                articles("<item><guid>urn:1</guid><link>https://example.org/1</link><title>Un</title></item>");

        assertThat(articles)
                .extracting(Article::origin)
                .containsExactly(new Origin("feed:https://example.org/rss", "urn:1"));
    }

    @Test
    void anArticleWithoutAnIdIsKnownByItsAddress() {
        assertThat(names("<item><link>https://www.example.org/1/?utm_source=rss</link><title>Un</title></item>"))
                .containsExactly("example.org/1");
    }

    @Test
    void anArticleWithoutIdAndAddressIsKnownByItsWords() {
        String one = "<item><title>Un</title><description>Premier.</description></item>";
        String two = "<item><title>Un</title><description>Second.</description></item>";

        assertThat(names(one + two + one)).hasSize(2).doesNotHaveDuplicates();
        assertThat(names(one)).isEqualTo(names(two + one).subList(1, 2));
    }

    @Test
    void articlesOfAFeedWithOneIdForAllDoNotSwallowEachOther() {
        String items =
                "<item><guid isPermaLink='false'>fil</guid><link>https://example.org/1</link><title>Un</title></item>"
                        + "<item><guid isPermaLink='false'>fil</guid><link>https://example.org/2</link><title>Deux</title></item>";

        assertThat(names(items)).containsExactly("example.org/1", "example.org/2");
    }

    @Test
    void articlesWithOneIdAndNoAddressDoNotSwallowEachOther() {
        String items = "<item><guid>fil</guid><title>Un</title></item><item><guid>fil</guid><title>Deux</title></item>";

        assertThat(names(items)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void ofTwoThatAreTheSameTheNewestCounts() {
        String old = "<item><guid>1</guid><title>Avant</title><link>https://example.org/1</link>"
                + "<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item>";
        String recent = "<item><guid>1</guid><title>Après</title><link>https://example.org/1</link>"
                + "<pubDate>Wed, 06 Mar 2024 10:00:00 GMT</pubDate></item>";

        assertThat(articles(old + recent)).extracting(Article::title).containsExactly("Après");
        assertThat(articles(recent + old)).extracting(Article::title).containsExactly("Après");
    }

    @Test
    void aTimeWithoutAZoneIsThatOfTheSource() {
        assertThat(published("<pubDate>2024-03-05 10:30:00</pubDate>"))
                .contains(new Published(LocalDate.of(2024, 3, 5), Optional.of(LocalTime.of(10, 30)), PARIS));
        assertThat(published("<pubDate>Tue, 05 Mar 2024 23:30:00 GMT</pubDate>"))
                .contains(new Published(LocalDate.of(2024, 3, 6), Optional.of(LocalTime.of(0, 30)), PARIS));
    }

    @Test
    void aDayWithoutATimeIsThatDayEverywhere() {
        assertThat(published("<pubDate>2024-03-05</pubDate>"))
                .contains(new Published(LocalDate.of(2024, 3, 5), Optional.empty(), PARIS));
    }

    @Test
    void aDateThatCannotBeIsNotBelieved() {
        assertThat(published("<pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate>"))
                .isEmpty();
        assertThat(published("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"))
                .isEmpty();
        assertThat(published("<pubDate>Mon, 11 Mar 2024 10:00:00 GMT</pubDate>"))
                .isPresent();
    }

    @Test
    void anArticleThatDoesNotSayWhenItWasPublishedHasTheDateOfItsLastChange() {
        assertThat(published("<a:updated xmlns:a='http://www.w3.org/2005/Atom'>2024-03-05T09:30:00Z</a:updated>"))
                .contains(new Published(LocalDate.of(2024, 3, 5), Optional.of(LocalTime.of(10, 30)), PARIS));
    }

    @Test
    void aSummaryIsKeptWhenItSaysMoreThanTheBeginningOfTheText() {
        assertThat(summary("Le début de l’histoire…", "<p>Le début de l’histoire, et la suite.</p>"))
                .isEmpty();
        assertThat(summary("Le début [...]", "<p>Le  début, et la suite.</p>")).isEmpty();
        assertThat(summary("Le début. Lire la suite sur notre site", "<p>Le début. Et la suite.</p>"))
                .isEmpty();
        assertThat(summary("Un résumé.", "<p>Le début, et la suite.</p>")).isEqualTo("Un résumé.");
        assertThat(articles("<item><description>Le texte.</description></item>")
                        .get(0)
                        .summary())
                .isEmpty();
    }

    @Test
    void anArticleHasATextWhateverTheFeedGives() {
        Article article = articles("<item><title>Un titre seul</title></item>").get(0);

        assertThat(article.headline()).contains("Un titre seul");
        assertThat(article.blocks()).extracting(Block::text).containsExactly("Un titre seul");
    }

    @Test
    void anItemThatSaysNothingIsAProblemAndNotAnArticle() {
        SourceReading reading =
                read("<item><link>https://example.org/1</link></item><item><title>Deux</title></item>", "");

        assertThat(reading.articles()).extracting(Article::title).containsExactly("Deux");
        assertThat(reading.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "https://example.org/rss: item 1 (https://example.org/1) has neither a title nor a text and is"
                                + " left out: an article needs one of them, its publisher can add it");
    }

    @Test
    void aFeedThatCannotBeReadIsAProblem() {
        FeedReading refused = FeedReader.read("rien".getBytes(UTF_8), Optional.empty(), ADDRESS);
        SourceReading reading = FeedArticles.of(refused, source("L’agence"), NOW);

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problems()).extracting(problem -> problem.place()).containsExactly("L’agence");
    }

    @Test
    void anArticleIsCreditedToItsSourceOrTheNameInTheSettingsOrTheFeed() {
        String plain = "<item><title>Un</title></item>";
        String agency = "<item><title>Un</title><source url='https://example.com/'>Agence Exemple</source></item>";

        assertThat(read(plain, "").articles().get(0).credits()).containsExactly("Le Fil");
        assertThat(read(plain, "Notre fil").articles().get(0).credits()).containsExactly("Notre fil");
        assertThat(read(agency, "Notre fil").articles().get(0).credits()).containsExactly("Agence Exemple");
    }

    @Test
    void aBylineHasNoPar() {
        assertThat(articles("<item><title>Un</title><author>Par Léa Exemple</author></item>")
                        .get(0)
                        .byline())
                .isEqualTo("Léa Exemple");
        assertThat(articles("<item><title>Un</title><author>Parisa Exemple</author></item>")
                        .get(0)
                        .byline())
                .isEqualTo("Parisa Exemple");
    }

    @Test
    void anAddressFollowsNobody() {
        assertThat(articles("<item><title>Un</title><link>https://example.org/1?utm_source=rss&amp;p=2</link></item>")
                        .get(0)
                        .address())
                .contains(URI.create("https://example.org/1?p=2"));
    }

    @Test
    void theLanguageIsWhatTheFeedSaysElseTheNewsletters() {
        assertThat(articles("<item><title>Un</title></item>").get(0).language()).isEqualTo(Locale.FRENCH);
        assertThat(articles("<item xml:lang='en'><title>One</title></item>")
                        .get(0)
                        .language())
                .isEqualTo(Locale.ENGLISH);
    }

    private static Optional<Published> published(String date) {
        return articles("<item><title>Un</title>" + date + "</item>").get(0).published();
    }

    private static String summary(String summary, String text) {
        return articles("<item><description>" + summary + "</description><content:encoded><![CDATA[" + text
                        + "]]></content:encoded></item>")
                .get(0)
                .summary();
    }

    private static List<String> names(String items) {
        return articles(items).stream().map(article -> article.origin().name()).toList();
    }

    private static List<Article> articles(String items) {
        return read(items, "").articles();
    }

    private static SourceReading read(String items, String name) {
        String feed = "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
                + "<title>Le Fil</title>" + items + "</channel></rss>";
        return FeedArticles.of(FeedReader.read(feed.getBytes(UTF_8), Optional.empty(), ADDRESS), source(name), NOW);
    }

    private static FeedSource source(String name) {
        return new FeedSource(
                ADDRESS,
                name,
                PARIS,
                new SourceLanguage(Optional.empty(), Locale.FRENCH),
                Duration.ofMinutes(30),
                FirstRun.ALL,
                PrivateNetworks.NONE);
    }
}
