package gazette.render;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Intertitle;
import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Published;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Form;
import gazette.edition.Masthead;
import gazette.edition.Note;
import gazette.edition.Story;
import gazette.edition.Style;
import gazette.edition.Style.FooterLine;
import gazette.edition.Window;
import gazette.mail.Mailbox;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A newsroom of one language: articles from {@code newsroom/xx.txt}, and every kind of edition that they make. */
final class Newsroom {
    /** The languages that the built-in templates speak. */
    static final List<Locale> LANGUAGES = List.of(
            Locale.FRANCE, Locale.UK, Locale.GERMANY, new Locale("es", "ES"), Locale.ITALY, new Locale("pt", "PT"));

    private static final List<String> SOURCES = List.of("Agence Exemple", "Example Agency", "Le Relais");

    private final Locale language;
    private final List<List<String>> texts;

    private Newsroom(Locale language, List<List<String>> texts) {
        this.language = language;
        this.texts = texts;
    }

    static Newsroom of(Locale language) {
        String file = "newsroom/" + language.getLanguage() + ".txt";
        try (InputStream in = Newsroom.class.getResourceAsStream(file)) {
            String all = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return new Newsroom(
                    language,
                    Arrays.stream(all.split("\n---\n"))
                            .map(text -> text.strip().lines().toList())
                            .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One story with a picture. */
    Edition one() {
        return edition(Story.of(article(0).with(wide())));
    }

    /** Three stories, one of which has no headline. */
    Edition three() {
        return edition(
                new Story(article(0).with(wide()), List.of("Énergie"), List.of(), false),
                new Story(
                        article(1),
                        List.of(),
                        List.of(
                                new Story.Elsewhere(
                                        "Le Relais", Optional.of(URI.create("https://relais.example.org/bac"))),
                                new Story.Elsewhere("Radio Exemple", Optional.empty())),
                        true),
                Story.of(article(2)));
    }

    /** Twelve stories of six hundred words each, all in full. */
    Edition twelveLong() {
        return inFull(12);
    }

    /** Four of them. */
    Edition fourLong() {
        return inFull(4);
    }

    private Edition inFull(int stories) {
        return edition(IntStream.range(0, stories)
                .mapToObj(i -> Story.of(longArticle(i)))
                .toArray(Story[]::new));
    }

    /** A lead, two sections and the rest, in all three forms, with a note above. */
    Edition laidOut() {
        Edition plain = edition(
                placed(longArticle(0).with(wide()), "", Form.LONG),
                placed(article(1).with(linked()), "Transports", Form.SHORT),
                placed(article(2), "Transports", Form.SHORT),
                placed(article(3), "Nature", Form.LONG),
                placed(article(4), "", Form.SHORT),
                placed(article(0), "", Form.BRIEF),
                placed(article(1), "", Form.BRIEF),
                placed(article(5), "", Form.BRIEF));
        return with(plain, plain.masthead(), Optional.of(note()));
    }

    /** Three stories under a logo, in the newsletter's own colours and fonts, with lines of its own at the foot. */
    Edition dressed() {
        Edition plain = three();
        Style style = new Style(
                Map.of("accent", "#1d4f7a", "dark-accent", "#8fc1ec"),
                Map.of("serif", "Palatino, 'Book Antiqua', serif"),
                Optional.of(logo()),
                List.of(
                        new FooterLine(
                                "Mentions légales", Optional.of(URI.create("https://journal.example.org/legal"))),
                        new FooterLine("Écrire à la rédaction", Optional.of(URI.create("mailto:lettre@example.org"))),
                        new FooterLine("ISSN 0000-0000", Optional.empty())));
        return with(plain, masthead(style), Optional.empty());
    }

    Note note() {
        return new Note(
                "",
                "la rédaction",
                List.of(
                        new Paragraph(texts.get(2).get(2)),
                        new Intertitle(heading()),
                        new Paragraph(texts.get(1).get(2))),
                Optional.empty(),
                Optional.empty());
    }

    private String heading() {
        return texts.get(1).stream()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .orElseThrow()
                .substring(2);
    }

    /** The {@code n}th text, over and over, each time at another address. */
    Article article(int n) {
        List<String> lines = texts.get(n % texts.size());
        return article(n, lines.get(0), lines.subList(1, lines.size()));
    }

    private Article longArticle(int n) {
        List<String> pool =
                texts.stream().flatMap(lines -> lines.stream().skip(1)).toList();
        List<String> lines = new ArrayList<>(texts.get(n % 2).subList(1, 3));
        for (int i = n * 5; words(lines) + words(List.of(pool.get(i % pool.size()))) <= 600; i++) {
            lines.add(pool.get(i % pool.size()));
        }
        return article(n, texts.get(n % 2).get(0), lines);
    }

    private static int words(List<String> lines) {
        return String.join(" ", lines).split(" ").length;
    }

    private Article article(int n, String title, List<String> lines) {
        List<Block> blocks = lines.stream()
                .<Block>map(line -> line.startsWith("# ") ? new Intertitle(line.substring(2)) : new Paragraph(line))
                .toList();
        return new Article(
                new Origin("folder:articles", "sample-" + n + ".txt"),
                language,
                Optional.of(title).filter(words -> !words.equals("-")),
                "",
                blocks,
                Optional.of(new Published(LocalDate.of(2026, 11, 22), Optional.of(LocalTime.of(18, 5)), Samples.PARIS)),
                n % 3 == 2 ? "" : "la rédaction",
                List.of(SOURCES.get(n % 3)),
                Optional.of(
                        URI.create("https://journal.example.org/" + language.getLanguage() + "/a?n=" + n + "&ref=l")),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Story placed(Article article, String section, Form form) {
        return new Story(article, section.isEmpty() ? List.of() : List.of(section), List.of(), false, section, form);
    }

    Edition edition(Story... stories) {
        return new Edition(
                new EditionId("la-gazette", 128),
                new EditionKey("la-gazette", "daily", Samples.SLOT),
                masthead(Style.NONE),
                new Window(Optional.of(Instant.parse("2026-11-20T06:00:00Z")), Samples.SLOT),
                Samples.SLOT.plusSeconds(1),
                "digest",
                List.of(stories));
    }

    private Masthead masthead(Style style) {
        return new Masthead(
                "la-gazette",
                "La Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.empty(),
                language,
                Samples.PARIS,
                "1 rue de l’Exemple, 75002 Paris",
                URI.create("https://lettre.example.org"),
                style);
    }

    static Edition with(Edition edition, Masthead masthead, Optional<Note> note) {
        return new Edition(
                edition.id(),
                edition.key(),
                masthead,
                edition.window(),
                edition.composedAt(),
                edition.template(),
                note,
                edition.stories());
    }

    static Edition by(String template, Edition edition) {
        return new Edition(
                edition.id(),
                edition.key(),
                edition.masthead(),
                edition.window(),
                edition.composedAt(),
                template,
                edition.note(),
                edition.stories());
    }

    /** A picture twice as wide as the page shows it. */
    static Picture wide() {
        BufferedImage image = new BufferedImage(1072, 603, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x1d2b45), 0, 603, new Color(0xd98f5c)));
        pen.fillRect(0, 0, 1072, 603);
        pen.setColor(new Color(0x151a24));
        for (int i = 0; i < 12; i++) {
            pen.fillRect(i * 92, 603 - 150 - (i * 53) % 190, 80, 400);
        }
        return new EmbeddedPicture("image/png", 1072, 603, "Une rue du centre, la nuit", png(image));
    }

    static Picture linked() {
        return new LinkedPicture(
                URI.create("https://photos.example.org/bac.jpg"), "Le bac", Optional.of(new Size(1600, 900)));
    }

    /** Dark letters on nothing, which a dark page would swallow. */
    static Picture logo() {
        BufferedImage image = new BufferedImage(480, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x12233a));
        pen.fillOval(4, 10, 100, 100);
        pen.setFont(new Font(Font.SERIF, Font.BOLD, 62));
        pen.drawString("La Gazette", 122, 82);
        return new EmbeddedPicture("image/png", 480, 120, "", png(image));
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
