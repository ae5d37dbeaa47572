package gazette.delivery;

import gazette.article.Article;
import gazette.article.EmbeddedPicture;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Illustrations;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Inline;
import gazette.edition.Masthead;
import gazette.edition.Rendering;
import gazette.edition.Story;
import gazette.edition.TemplateText;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.edition.Window;
import gazette.mail.EmailAddress;
import gazette.mail.EnvelopeSender;
import gazette.mail.Format;
import gazette.mail.Mailbox;
import gazette.subscriber.Subscriber;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An edition, its variants, its readers, and a server on the loopback. */
final class Sample {
    /** A reader who asked for nothing. */
    static final VariantKey KEY = new VariantKey(Locale.FRENCH, List.of(0), Format.HTML, Set.of());

    static final EditionId EDITION = new EditionId("la-gazette", 7);
    static final Instant COMPOSED = Instant.parse("2026-11-22T06:00:00Z");

    private Sample() {}

    static Masthead masthead(String web) {
        return new Masthead(
                "la-gazette",
                "La Gazette d’été",
                new Mailbox("La Gazette", EmailAddress.of("lettre@example.org")),
                Optional.of(Mailbox.of("Courrier <courrier@example.org>")),
                Locale.FRENCH,
                ZoneId.of("Europe/Paris"),
                "1, rue de l’Exemple, 75000 Paris",
                URI.create(web));
    }

    static Edition edition() {
        return edition(masthead("https://lettre.example.org"), COMPOSED);
    }

    static Edition edition(EditionId id) {
        return edition(id, masthead("https://lettre.example.org"), COMPOSED);
    }

    static Edition edition(Masthead masthead, Instant composedAt) {
        return edition(EDITION, masthead, composedAt);
    }

    private static Edition edition(EditionId id, Masthead masthead, Instant composedAt) {
        Article article = new Article(
                new Origin("folder", "un.txt"),
                Locale.FRENCH,
                Optional.of("Un titre"),
                "",
                List.of(new Paragraph("Un paragraphe.")),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        return new Edition(
                id,
                new EditionKey("la-gazette", "daily", COMPOSED),
                masthead,
                new Window(Optional.empty(), COMPOSED),
                composedAt,
                "digest",
                List.of(Story.of(article)));
    }

    /** An edition of two stories, each with a topic of its own and a picture. */
    static Edition topical(String template) {
        Edition sample = edition();
        return new Edition(
                sample.id(),
                sample.key(),
                sample.masthead(),
                sample.window(),
                sample.composedAt(),
                template,
                List.of(
                        story("Le réseau tient", "Un paragraphe sur l’énergie : « tout va bien ».", List.of("énergie")),
                        story("Un match", "Un paragraphe sur le sport.", List.of("sport"))));
    }

    private static Story story(String title, String text, List<String> topics) {
        EmbeddedPicture picture = new EmbeddedPicture(
                "image/png", 600, 300, title, title.repeat(300).getBytes(StandardCharsets.UTF_8));
        Article article = new Article(
                new Origin("folder", title + ".txt"),
                Locale.FRENCH,
                Optional.of(title),
                "",
                List.of(new Paragraph(text)),
                Optional.empty(),
                "la rédaction",
                List.of("Agence Exemple"),
                Optional.of(URI.create(
                        "https://journal.example.org/" + topics.get(0).length())),
                Optional.of(picture),
                List.of(),
                topics);
        return Story.of(article);
    }

    /** A variant with every field, a picture, and what is hard on encoders. */
    static Variant variant() {
        String text = "Bonjour " + field("name") + ",\n\n.un point en tête de ligne\nFrom la rédaction \nville : "
                + field("ville") + "\ndepuis " + field("since") + "\n" + field("unsubscribe") + "\n";
        String html = "<p>Bonjour " + inHtml("name") + " &lt;" + inHtml("address") + "&gt;</p>\n<p>" + "é".repeat(2000)
                + "</p>\n<img src=\"cid:une@example.org\" alt=\"\"><a href=\"" + inHtml("unsubscribe") + "\">x</a>\n";
        return variant("L’édition du jour : « déjà l’été » à Besançon, et ailleurs aussi 🌞", html, text);
    }

    static Variant variant(String subject, String html, String text) {
        EmbeddedPicture picture =
                new EmbeddedPicture("image/png", 1, 1, "", "picture".repeat(100).getBytes(StandardCharsets.UTF_8));
        return new Variant(
                KEY, subject, Optional.of(html), text, List.of(new Inline("une@example.org", picture)), List.of());
    }

    /** The marker of a field in a subject or in plain text. */
    static String field(String name) {
        return "\uE0F0t:" + name + "\uE0F1";
    }

    /** The marker of a field in HTML. */
    static String inHtml(String name) {
        return "\uE0F0h:" + name + "\uE0F1";
    }

    /** The marker of a field in an address. */
    static String inAddress(String name) {
        return "\uE0F0u:" + name + "\uE0F1";
    }

    static Subscriber reader(long id) {
        return reader(id, "reader-" + id + "@example.org", "Zoé <du> \"Café\"");
    }

    static Subscriber reader(long id, String address, String name) {
        return new Subscriber(
                id,
                EmailAddress.of(address),
                name,
                Optional.empty(),
                Optional.of(LocalDate.of(2024, 12, 30)),
                Map.of("Ville", "Évry & Cie"));
    }

    static Dispatch dispatch(long id) {
        return dispatch(id, reader(id));
    }

    static Dispatch dispatch(long id, Subscriber reader) {
        return new Dispatch(new DispatchId(id), EDITION, reader, 1, InDoubtPolicy.RETRY);
    }

    /** A letter of so many octets, all different from other readers' by one header. */
    static Letter letter(Dispatch dispatch, int octets) {
        String head = "From: lettre@example.org\r\nTo: " + dispatch.subscriber().address() + "\r\nMessage-ID: <"
                + dispatch.id().value() + "@example.org>\r\n\r\n";
        String line = ".point\r\n" + "x".repeat(68) + "\r\n";
        String body = line.repeat(Math.max(1, (octets - head.length()) / line.length()));
        return new Letter(
                EnvelopeSender.of(EmailAddress.of("lettre@example.org")),
                dispatch.subscriber().address(),
                dispatch.subscriber().address().needsSmtpUtf8(),
                (head + body).getBytes(StandardCharsets.UTF_8),
                Letter.Dots.ANYWHERE);
    }

    static SmtpServer server(int port) {
        return new SmtpServer(
                "127.0.0.1", port, SmtpServer.Tls.NONE, Optional.empty(), 1, timeouts(Duration.ofSeconds(5)));
    }

    static SmtpServer.Timeouts timeouts(Duration each) {
        return new SmtpServer.Timeouts(each, each, each, each);
    }

    /** What is stored of an edition with this one variant. */
    static Rendering rendering(Variant variant) {
        return new Rendering(
                new TemplateText("digest", Map.of()), Illustrations.AS_WRITTEN, Set.of(), List.of(variant));
    }
}
