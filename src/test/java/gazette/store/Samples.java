package gazette.store;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.FolderSource;
import gazette.article.Intertitle;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Published;
import gazette.article.Source;
import gazette.article.SourceLanguage;
import gazette.delivery.Outcome;
import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.Composition.Composed;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Inline;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.edition.Presentation;
import gazette.edition.Rendering;
import gazette.edition.Selection;
import gazette.edition.Style;
import gazette.edition.Supply;
import gazette.edition.TemplateText;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.EmailAddress;
import gazette.mail.Format;
import gazette.mail.Mailbox;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import gazette.subscriber.ListRow;
import gazette.subscriber.Subscribers.ListImport;
import gazette.subscriber.Subscribers.Rows;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A newsletter, its articles and its readers. */
final class Samples {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final String NEWSLETTER = "la-gazette";
    static final Cadence DAILY = new Cadence("daily", "0 30 6 * * ?");
    static final Instant SLOT = Instant.parse("2026-03-01T05:30:00Z");
    static final Outcome ACCEPTED = new Outcome.Accepted(new SmtpReply(new ReplyCode(250), "2.0.0 queued"));

    private Samples() {}

    static Newsletter newsletter() {
        return newsletter(new ArticleLimits(1, 5));
    }

    static Newsletter newsletter(ArticleLimits limits) {
        return newsletter(limits, Presentation.PLAIN, Style.NONE);
    }

    static Newsletter newsletter(ArticleLimits limits, Presentation presentation, Style style) {
        Source folder = new FolderSource("articles", Path.of("/articles"), PARIS, SourceLanguage.of(Locale.FRENCH));
        return new Newsletter(
                masthead(style),
                List.of(Supply.of(folder)),
                Selection.of(limits),
                List.of(DAILY, new Cadence("weekly", "0 0 7 ? * MON")),
                Optional.empty(),
                "digest",
                presentation,
                Duration.ofMinutes(2),
                InDoubtPolicy.RETRY);
    }

    private static Masthead masthead(Style style) {
        return new Masthead(
                NEWSLETTER,
                "La Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.of(Mailbox.of("Rédaction <redaction@example.org>")),
                Locale.FRENCH,
                PARIS,
                "1 place du Marché, 75001 Paris",
                URI.create("https://gazette.example.org"),
                style);
    }

    /** Text {@code number}, one hour newer than the one before. */
    static Article article(int number) {
        return article(
                "folder:articles", number + ".txt", "Le marché du quartier numéro " + number + " rouvre.", number);
    }

    static Article article(String source, String name, String lead, int hour) {
        return new Article(
                new Origin(source, name),
                Locale.FRENCH,
                Optional.of("Titre de " + name),
                "",
                List.of(new Paragraph(lead), new Intertitle("Dès lundi"), new Paragraph("Les étals sont prêts.")),
                Optional.of(new Published(
                        LocalDate.of(2026, 2, 27).plusDays(hour / 24), Optional.of(LocalTime.of(hour % 24, 0)), PARIS)),
                "la rédaction",
                List.of("Agence Exemple", "«Autre» \\ Agence"),
                Optional.of(URI.create("https://example.org/" + hour)),
                Optional.empty(),
                List.of(),
                List.of("marchés", "ville"));
    }

    /** An article of the feed {@code https://example.org/feed}. */
    static Article feedArticle(String name, String address, List<Block> blocks, int hour) {
        Article article = new Article(
                new Origin("feed:https://example.org/feed", name),
                Locale.FRENCH,
                Optional.of("Titre"),
                "Un résumé",
                blocks,
                Optional.empty(),
                "",
                List.of("Agence Exemple"),
                Optional.of(URI.create(address)),
                Optional.empty(),
                List.of("Marchés", "Ville \"haute\""),
                List.of());
        return dated(article, hour);
    }

    /** The same article at another hour. */
    static Article dated(Article article, int hour) {
        return new Article(
                article.origin(),
                article.language(),
                article.headline(),
                article.summary(),
                article.blocks(),
                Optional.of(new Published(LocalDate.of(2026, 2, 27), Optional.of(LocalTime.of(hour, 0)), PARIS)),
                article.byline(),
                article.credits(),
                article.address(),
                article.picture(),
                article.categories(),
                article.topics());
    }

    static EmbeddedPicture picture() {
        return new EmbeddedPicture("image/png", 640, 480, "Les étals", new byte[] {1, 2, 3, 4});
    }

    static Rendering rendering(Edition edition) {
        Variant variant = new Variant(
                new VariantKey(Locale.FRENCH, List.of(0), Format.HTML, Set.of()),
                "La Gazette n° " + edition.number(),
                Optional.of("<p>Bonjour</p>"),
                "Bonjour\n",
                List.of(new Inline("marche@gazette.example.org", picture())),
                List.of());
        return new Rendering(new TemplateText("", Map.of()), Illustrations.AS_WRITTEN, Set.of(), List.of(variant));
    }

    static EmailAddress reader(int number) {
        return EmailAddress.of("reader-" + number + "@example.org");
    }

    static ListRow row(int number) {
        return row(number, "Lectrice " + number, Optional.empty());
    }

    static ListRow row(int number, String name, Optional<String> cadence) {
        return new ListRow(
                number + 1L,
                reader(number),
                name,
                Optional.of(Locale.FRENCH),
                List.of("ville"),
                cadence,
                Optional.of(LocalDate.of(2025, 1, 2)),
                Map.of("city", "Lyon \"2\"", "note", "a\nb\\"));
    }

    /** Readers 1 to {@code readers}, without holding them in memory. */
    static ListImport readers(int readers, String version) {
        return list(
                version,
                false,
                problems ->
                        IntStream.rangeClosed(1, readers).mapToObj(Samples::row).iterator());
    }

    static ListImport list(String version, List<ListRow> rows) {
        return list(version, false, problems -> rows.iterator());
    }

    static ListImport confirmed(String version, List<ListRow> rows) {
        return list(version, true, problems -> rows.iterator());
    }

    static ListImport list(String version, boolean confirmed, Rows rows) {
        return new ListImport(NEWSLETTER, "subscribers/la-gazette.csv", version, "daily", rows, confirmed);
    }

    static <T> Iterator<T> none() {
        return List.<T>of().iterator();
    }

    /** An edition of one article, composed and rendered. */
    static Edition rendered(World world, Instant slot) {
        world.pickUp(article("folder:articles", slot + ".txt", "Nouvelles de " + slot + ".", 3));
        Composed composed = (Composed)
                world.editions().resumeOrCompose(newsletter(new ArticleLimits(1, 50)), DAILY, slot, Notes.NONE);
        world.editions().keep(composed.edition().id(), rendering(composed.edition()));
        return composed.edition();
    }

    /** An edition that is due at once to readers 1 to {@code readers}. */
    static Edition filled(World world, int readers) {
        world.subscribers().take(readers(readers, "for " + readers));
        Edition edition = rendered(world, SLOT);
        world.outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty());
        return edition;
    }
}
