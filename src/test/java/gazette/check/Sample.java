package gazette.check;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.LinkedPicture;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Preformatted;
import gazette.article.Published;
import gazette.delivery.Letter;
import gazette.delivery.Press;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Illustrations;
import gazette.edition.Masthead;
import gazette.edition.Rendering;
import gazette.edition.Story;
import gazette.edition.Window;
import gazette.mail.EmailAddress;
import gazette.mail.Mailbox;
import gazette.render.OnlineAddress;
import gazette.render.Renderer;
import gazette.subscriber.Readership;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Good editions as one reader gets them, made by the templates that Gazette ships. */
final class Sample {
    static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** One grey dot. */
    private static final byte[] GIF = HexFormat.of()
            .parseHex("47494638396101000100800000a0a0a000000021f90400000000002c00000000010001000002024401003b");

    private Sample() {}

    /** The letter of {@code edition} to a reader with a name; {@code folder} is empty and becomes the workspace. */
    static Specimen specimen(Edition edition, Path folder) {
        return specimen(edition, Illustrations.AS_WRITTEN, folder);
    }

    static Specimen specimen(Edition edition, Illustrations pictures, Path folder) {
        Tokens tokens = Tokens.open(folder.resolve("secret.key"));
        Renderer renderer = new Renderer(folder.resolve("templates"), OnlineAddress.signed(tokens));
        Rendering rendering = renderer.render(edition, pictures, Readership.NOBODY);
        Letter letter =
                (Letter) new Press(tokens, renderer).compile(edition, rendering).letter(reader(), "");
        return Specimen.of("lectrice 1", letter, new Making(edition, rendering, rendering.first()), byTitle(edition));
    }

    static Subscriber reader() {
        return new Subscriber(
                1,
                EmailAddress.of("reader-1@example.org"),
                "Lectrice 1",
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 1, 15)),
                Map.of());
    }

    /** Articles by their words; templates by nothing. */
    private static Origins byTitle(Edition edition) {
        return new Origins() {
            @Override
            public Optional<Finding.Spot> template(Part part, int line) {
                return Optional.empty();
            }

            @Override
            public Optional<Finding.Spot> article(String words) {
                return edition.articles().stream()
                        .filter(article ->
                                letters(article.title() + article.text()).contains(letters(words)))
                        .map(article -> new Finding.Spot(article.origin().name(), 0))
                        .findFirst();
            }
        };
    }

    private static String letters(String words) {
        return words.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }

    static Edition edition(Locale language, String template) {
        return edition(language, template, language.getLanguage().equals("fr") ? french() : english());
    }

    static Edition edition(Locale language, String template, List<Article> articles) {
        Masthead masthead = new Masthead(
                "la-gazette",
                language.getLanguage().equals("fr") ? "La Gazette" : "The Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.empty(),
                language,
                PARIS,
                "1 rue de l’Exemple, 75002 Paris",
                URI.create("https://lettre.gazette.example"));
        return new Edition(
                new EditionId("la-gazette", 128),
                new EditionKey("la-gazette", "daily", SLOT),
                masthead,
                new Window(Optional.of(SLOT.minusSeconds(86_400)), SLOT),
                SLOT.plusSeconds(1),
                template,
                articles.stream().map(Story::of).toList());
    }

    static List<Article> french() {
        return List.of(
                article(
                        Locale.FRANCE,
                        "vitrines.txt",
                        "La ville éteint ses vitrines",
                        List.of(
                                new Paragraph(
                                        "Depuis lundi, les commerces du centre coupent leurs enseignes à 22 h ; les"
                                                + " habitants, eux, redécouvrent le ciel."),
                                new Intertitle("Un calendrier en trois temps"),
                                new Paragraph(
                                        "Qui l'aurait cru ? « Nous pensions convaincre un commerçant sur trois »,"
                                                + " reconnaît l'adjointe. Ils sont neuf sur dix, pour 350 000 € d'économies..."),
                                new Figure(
                                        new LinkedPicture(
                                                URI.create("https://images.example.org/place.jpg"),
                                                "La place du marché, le soir",
                                                Optional.of(new LinkedPicture.Size(1200, 800))),
                                        "La place à 22 h")),
                        Optional.of(new EmbeddedPicture("image/gif", 1072, 603, "Une rue du centre, la nuit", GIF))),
                article(
                        Locale.FRANCE,
                        "bac.txt",
                        "Le bac de nuit revient, presque sans bruit",
                        List.of(
                                new Paragraph(
                                        "Le bac reprend la mer jeudi avec deux moteurs électriques, et une heure de"
                                                + " plus que le train."),
                                new Preformatted("22:10  départ\n06:30  arrivée")),
                        Optional.empty()));
    }

    static List<Article> english() {
        return List.of(
                article(
                        Locale.UK,
                        "ferry.txt",
                        "The night ferry is back: slower, fuller, and nearly silent",
                        List.of(
                                new Paragraph(
                                        "The ferry sails again on Thursday with two electric engines, an hour slower"
                                                + " than the train and half as dear."),
                                new Paragraph(
                                        "\"We didn't expect a full ship in winter\", the company's office said.")),
                        Optional.empty()),
                article(
                        Locale.UK,
                        "swifts.txt",
                        "Swifts nest again under the station's roof",
                        List.of(new Paragraph("Forty pairs came back to the boxes that the workshop built last year.")),
                        Optional.empty()));
    }

    static Article article(Locale language, String name, String title, List<Block> blocks, Optional<Picture> picture) {
        return new Article(
                new Origin("folder:articles", name),
                language,
                Optional.of(title),
                "",
                blocks,
                Optional.of(new Published(LocalDate.of(2026, 11, 22), Optional.of(LocalTime.of(18, 5)), PARIS)),
                "la rédaction",
                List.of("Agence Exemple"),
                Optional.of(URI.create("https://journal.gazette.example/" + name.replace(".txt", ""))),
                picture,
                List.of(),
                List.of());
    }
}
