package gazette.picture;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Masthead;
import gazette.edition.Note;
import gazette.edition.Story;
import gazette.edition.Style;
import gazette.edition.Window;
import gazette.mail.Mailbox;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Editions with pictures. */
final class Editions {
    static final String SOURCE = "feed:https://journal.example.org/rss.xml";
    private static final Instant SLOT = Instant.parse("2026-11-22T06:00:00Z");

    private Editions() {}

    static LinkedPicture linked(URI address) {
        return new LinkedPicture(address, "Une photo", Optional.empty());
    }

    /** One article that shows these. */
    static Edition of(Picture... pictures) {
        return of(
                Optional.empty(),
                Optional.empty(),
                List.of(article("Le titre", Stream.of(pictures).toList())));
    }

    static Edition of(Optional<Picture> logo, Optional<Picture> ofNote, List<Article> articles) {
        Style style = new Style(Map.of(), Map.of(), logo, List.of());
        Masthead masthead = new Masthead(
                "la-lettre",
                "La Lettre",
                Mailbox.of("lettre@example.org"),
                Optional.empty(),
                Locale.FRENCH,
                ZoneId.of("Europe/Paris"),
                "1, rue de l’Exemple, 75000 Paris",
                URI.create("https://lettre.example.org"),
                style);
        return new Edition(
                new EditionId("la-lettre", 1),
                new EditionKey("la-lettre", "daily", SLOT),
                masthead,
                new Window(Optional.empty(), SLOT),
                SLOT,
                "digest",
                ofNote.map(picture ->
                        new Note("", "", List.of(new Figure(picture, "")), Optional.empty(), Optional.empty())),
                articles.stream().map(Story::of).toList());
    }

    /** The first above its text, the others in it. */
    static Article article(String title, List<? extends Picture> pictures) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("Un paragraphe."));
        pictures.stream().skip(1).forEach(picture -> blocks.add(new Figure(picture, "")));
        return new Article(
                new Origin(SOURCE, title),
                Locale.FRENCH,
                Optional.of(title),
                "",
                blocks,
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                pictures.stream().findFirst().map(Picture.class::cast),
                List.of(),
                List.of());
    }
}
