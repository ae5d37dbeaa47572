package gazette.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gazette.article.Article;
import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.SourceLanguage;
import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.Candidate;
import gazette.edition.Candidate.History;
import gazette.edition.Filter;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Rule;
import gazette.edition.Selection;
import gazette.edition.Selection.Corrections;
import gazette.edition.Selection.Order;
import gazette.edition.Sent;
import gazette.edition.Shelf;
import gazette.edition.Sieve;
import gazette.edition.Supply;
import gazette.mail.Mailbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class RestockingTest {
    private static final Instant SLOT = Instant.parse("2026-11-22T06:00:00Z");
    private static final Instant BEFORE = SLOT.minusSeconds(3_600);

    private final Article sent = article("sent.txt", "On compte trois blessés.");

    @Test
    void whatIsNewIsACandidateFromNowOn() {
        Shelf shelf = restocked(Corrections.MARK, List.of(article("new.txt", "La ville rouvre.")), List.of());

        assertThat(shelf.candidates())
                .extracting(candidate -> candidate.origin().name(), Candidate::history)
                .containsExactlyInAnyOrder(
                        tuple("waits.txt", new History(BEFORE, true, false)), tuple("new.txt", History.fresh(SLOT)));
    }

    @Test
    void anEditedCandidateKeepsItsPatience() {
        Shelf shelf = restocked(Corrections.MARK, List.of(), List.of(article("waits.txt", "Autrement dit.")));

        assertThat(shelf.candidates())
                .extracting(Candidate::title, Candidate::passedOver, Candidate::isUpdate)
                .containsExactly(tuple("Autrement dit.", true, false));
    }

    @Test
    void anEditOfWhatWentOutIsACorrectionWhereTheyAreMarkedAndTheWordsDiffer() {
        Article corrected = article("sent.txt", "On compte quatre blessés.");

        assertThat(restocked(Corrections.MARK, List.of(), List.of(corrected)).candidates())
                .extracting(candidate -> candidate.origin().name(), Candidate::isUpdate)
                .contains(tuple("sent.txt", true));
        assertThat(restocked(Corrections.IGNORE, List.of(), List.of(corrected)).candidates())
                .hasSize(1);
        assertThat(restocked(Corrections.MARK, List.of(), List.of(sent)).candidates())
                .hasSize(1);
    }

    private Shelf restocked(Corrections corrections, List<Article> fresh, List<Article> edited) {
        Newsletter newsletter = newsletter(corrections);
        Candidate waits = new Sieve(newsletter, SLOT)
                .candidate(article("waits.txt", "Celui qui attend."), new History(BEFORE, true, false));
        Shelf shelf = new Shelf(
                2,
                Optional.of(BEFORE),
                List.of(waits),
                List.of(Sent.story(1, sent, newsletter.selection())),
                List.of());
        return new Restocking(newsletter, SLOT).restock(shelf, fresh, edited);
    }

    private static Newsletter newsletter(Corrections corrections) {
        Masthead masthead = new Masthead(
                "la-gazette",
                "La Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.empty(),
                Locale.FRENCH,
                ZoneOffset.UTC,
                "1 place du Marché, 75001 Paris",
                URI.create("https://gazette.example.org"));
        return new Newsletter(
                masthead,
                List.of(Supply.of(new FolderSource(
                        "articles", Path.of("/articles"), ZoneOffset.UTC, SourceLanguage.of(Locale.FRENCH)))),
                new Selection(
                        new ArticleLimits(1, 5),
                        Order.NEWEST,
                        Rule.NONE,
                        Filter.NONE,
                        List.of(),
                        OptionalDouble.empty(),
                        corrections),
                List.of(new Cadence("daily", "0 0 7 * * ?")),
                Optional.empty(),
                "digest",
                Duration.ZERO,
                InDoubtPolicy.RETRY);
    }

    private static Article article(String name, String words) {
        return new Article(
                new Origin("folder:articles", name),
                Locale.FRENCH,
                Optional.of(words),
                "",
                List.of(new Paragraph(words)),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
