package gazette.render;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Intertitle;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Published;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Masthead;
import gazette.edition.Story;
import gazette.edition.Window;
import gazette.mail.Mailbox;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Editions to render in tests. */
final class Samples {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");

    /** One grey dot; what it shows does not matter here. */
    private static final byte[] GIF = HexFormat.of()
            .parseHex("47494638396101000100800000a0a0a000000021f90400000000002c00000000010001000002024401003b");

    private Samples() {}

    /** The marker of a field that is printed as it is. */
    static String marker(String field) {
        return new Field(Field.Kind.TEXT, field).marker();
    }

    /** The marker of a field that is printed as words in HTML. */
    static String htmlMarker(String field) {
        return new Field(Field.Kind.HTML, field).marker();
    }

    /** An edition in French with a picture, intertitles, an English article and one without a headline. */
    static Edition several() {
        return edition(
                Locale.FRANCE,
                "La Gazette",
                128,
                Optional.of(Instant.parse("2026-11-20T06:00:00Z")),
                List.of(night(), ferry(), swifts()));
    }

    /** The first edition of an English newsletter, with one article. */
    static Edition first() {
        return edition(Locale.UK, "The Gazette", 1, Optional.empty(), List.of(ferry()));
    }

    static Edition edition(Locale language, String name, int number, Optional<Instant> from, List<Article> articles) {
        Masthead masthead = new Masthead(
                "la-gazette",
                name,
                Mailbox.of(name + " <lettre@example.org>"),
                Optional.empty(),
                language,
                PARIS,
                "1 rue de l’Exemple, 75002 Paris",
                URI.create("https://lettre.example.org"));
        return new Edition(
                new EditionId("la-gazette", number),
                new EditionKey("la-gazette", "daily", SLOT),
                masthead,
                new Window(from, SLOT),
                SLOT.plusSeconds(1),
                "digest",
                articles.stream().map(Story::of).toList());
    }

    /** A French article of one paragraph. */
    static Article brief(String title, String text) {
        return article(Locale.FRANCE, Optional.of(title), List.of(new Paragraph(text)), "", List.of());
    }

    static Article article(
            Locale language, Optional<String> headline, List<Block> blocks, String byline, List<String> credits) {
        return new Article(
                new Origin("folder:articles", "sample.txt"),
                language,
                headline,
                "",
                blocks,
                Optional.of(new Published(LocalDate.of(2026, 11, 22), Optional.of(LocalTime.of(18, 5)), PARIS)),
                byline,
                credits,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Article night() {
        Article words = article(
                Locale.FRANCE,
                Optional.of("La ville éteint ses vitrines : « une première » qui fait école"),
                blocks(
                        "Depuis lundi, les commerces du centre coupent leurs enseignes à 22 h. L'économie attendue"
                                + " approche 12 % de la consommation nocturne ; les habitants, eux, redécouvrent le ciel.",
                        "Qui l'aurait cru ? En une semaine, 1 240 vitrines ont été débranchées, sans qu'aucun agent ne"
                                + " passe. La mairie s'était contentée d'une lettre, d'une carte et d'un numéro de"
                                + " téléphone. « Nous pensions convaincre un commerçant sur trois », reconnaît l'adjointe"
                                + " chargée de l'énergie. Ils sont neuf sur dix.",
                        "# Un calendrier en trois temps",
                        "La première étape ne coûte rien : une minuterie, déjà posée dans la plupart des boutiques,"
                                + " suffit. La deuxième, prévue le 1er mars, remplacera les tubes des galeries marchandes ;"
                                + " comptez 350 000 €. La dernière touche aux panneaux publicitaires, dont le contrat"
                                + " court jusqu'en 2029.",
                        "Les 18 km de rues concernées gardent leurs lampadaires. Seule change la lumière que personne"
                                + " ne regardait...",
                        "# Et la sécurité ?",
                        "C'était la crainte du quartier de la gare. Les premiers chiffres, relevés entre 22:00 et 5:00,"
                                + " ne montrent aucune hausse des incidents. La ville publiera les siens chaque mois"
                                + " sur www.ville.example.org/nuit?mois=11 et promet de rallumer si le doute s'installe."),
                "la rédaction",
                List.of("Agence Exemple", "Mairie"));
        return new Article(
                words.origin(),
                words.language(),
                words.headline(),
                "",
                words.blocks(),
                words.published(),
                words.byline(),
                words.credits(),
                Optional.of(URI.create("https://journal.example.org/villes/vitrines?ref=lettre&n=128")),
                Optional.of(new EmbeddedPicture(
                        "image/gif", 1072, 603, "Une rue du centre, la nuit : les vitrines sont éteintes", GIF)),
                List.of(),
                List.of("Énergie"));
    }

    private static Article ferry() {
        return article(
                Locale.UK,
                Optional.of("The night ferry is back: slower, fuller, and nearly silent"),
                blocks(
                        "After eleven years at the quay, the night boat sails again. It takes nine hours where it once took"
                                + " six; nobody on board seems to mind.",
                        "The new hull carries batteries the size of a tennis court. \"We sell sleep, not speed,\" says the"
                                + " line's timetable, and the cabins are booked until March.",
                        "# What it costs",
                        "A berth starts at £42, breakfast included. Bicycles travel free; cars do not travel at all."),
                "the newsroom",
                List.of("Example Agency"));
    }

    private static Article swifts() {
        Article words = article(
                Locale.FRANCE,
                Optional.empty(),
                blocks(
                        "Les martinets, que l'on croyait déjà au sud du Sahara, ne sont pas partis avec l'été, et une"
                                + " colonie d'une trentaine d'oiseaux tourne encore au-dessus des arènes.",
                        "Les ornithologues parlent d'un automne « hors norme »."),
                "",
                List.of());
        return new Article(
                words.origin(),
                words.language(),
                Optional.empty(),
                "",
                words.blocks(),
                Optional.of(new Published(LocalDate.of(2026, 11, 1), Optional.empty(), PARIS)),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static List<Block> blocks(String... lines) {
        return Arrays.stream(lines)
                .<Block>map(line -> line.startsWith("# ") ? new Intertitle(line.substring(2)) : new Paragraph(line))
                .toList();
    }
}
