package gazette.render;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.FolderSource;
import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.SourceLanguage;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Illustrations.Shown;
import gazette.edition.Masthead;
import gazette.edition.Story;
import gazette.edition.Style;
import gazette.text.FolderReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The editions that are looked at whole. Every picture in them has the octets of the same small GIF, so that no library
 * that packs pixels has a say in what is expected.
 */
final class GoldenEditions {
    private static final byte[] GIF = HexFormat.of()
            .parseHex("47494638396101000100800000b2222200000021f90400000000002c00000000010001000002024401003b");
    private static final Locale FRENCH = Locale.FRANCE;

    private GoldenEditions() {}

    /** An edition with what became of its pictures. */
    record Sample(Edition edition, Illustrations pictures) {
        Sample(Edition edition) {
            this(edition, Illustrations.AS_WRITTEN);
        }
    }

    static Sample three() {
        return new Sample(steady(Newsroom.of(FRENCH).three()));
    }

    static Sample threeBy(String template) {
        return new Sample(Newsroom.by(template, three().edition()));
    }

    static Sample oneBy(String template, Locale language) {
        return new Sample(Newsroom.by(template, steady(Newsroom.of(language).one())));
    }

    static Sample twelveLong() {
        return new Sample(steady(Newsroom.of(FRENCH).twelveLong()));
    }

    /** Sections, forms, a note. */
    static Sample laidOut(Locale language) {
        return new Sample(steady(Newsroom.of(language).laidOut()));
    }

    /** A logo, colours, fonts, lines at the foot. */
    static Sample dressed() {
        return new Sample(steady(Newsroom.of(FRENCH).dressed()));
    }

    /** One inside the message, one on the web with its true size, one over TLS, two left out. */
    static Sample pictures() {
        Edition edition = steady(Newsroom.of(FRENCH).one());
        Article article = edition.articles().get(0);
        List<Block> blocks = Stream.concat(
                        article.blocks().stream(),
                        Stream.of("mesuree", "chiffree", "absente", "espionne").map(GoldenEditions::figure))
                .toList();
        Map<String, Shown> shown = Map.of(
                "http://photos.example.org/mesuree.jpg",
                linked("http", "mesuree", 1600, 900),
                "http://photos.example.org/chiffree.jpg",
                linked("https", "chiffree", 300, 200),
                "http://photos.example.org/absente.jpg",
                new Shown(Optional.empty(), "it is not there"),
                "http://photos.example.org/espionne.jpg",
                new Shown(Optional.empty(), ""));
        return new Sample(
                with(edition, List.of(Story.of(with(article, blocks, article.picture())))), new Illustrations(shown));
    }

    private static Block figure(String name) {
        URI address = URI.create("http://photos.example.org/" + name + ".jpg");
        return new Figure(new LinkedPicture(address, "Le port", Optional.empty()), "Le port : " + name);
    }

    private static Shown linked(String scheme, String name, int width, int height) {
        URI address = URI.create(scheme + "://photos.example.org/" + name + ".jpg");
        return new Shown(Optional.of(new LinkedPicture(address, "", Optional.of(new Size(width, height)))), "");
    }

    /** The texts that come with the product. */
    static Sample articles() {
        FolderReader folder = new FolderReader(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ZERO);
        List<Article> articles = folder.read(new FolderSource(
                        "articles", Path.of("articles"), Samples.PARIS, SourceLanguage.of(Locale.FRENCH)))
                .articles();
        return new Sample(
                with(three().edition(), articles.stream().map(Story::of).toList()));
    }

    /** Nothing but a title and a paragraph of three words. */
    static Sample nextToNothing() {
        Edition edition = three().edition();
        Article article = edition.articles().get(0);
        return new Sample(with(
                edition,
                List.of(Story.of(with(article, List.of(new Paragraph("Trois mots suffisent.")), Optional.empty())))));
    }

    private static Edition steady(Edition edition) {
        Masthead head = edition.masthead();
        Style style = new Style(
                head.style().colours(),
                head.style().fonts(),
                head.style().logo().map(GoldenEditions::steady),
                head.style().footer());
        Masthead steady = new Masthead(
                head.newsletter(),
                head.name(),
                head.from(),
                head.replyTo(),
                head.language(),
                head.zone(),
                head.postalAddress(),
                head.web(),
                style);
        return Newsroom.with(
                with(
                        edition,
                        edition.stories().stream().map(GoldenEditions::steady).toList()),
                steady,
                edition.note());
    }

    private static Story steady(Story story) {
        Article article = story.article();
        return new Story(
                with(article, article.blocks(), article.picture().map(GoldenEditions::steady)),
                story.topics(),
                story.elsewhere(),
                story.isUpdate(),
                story.section(),
                story.form());
    }

    private static Picture steady(Picture picture) {
        return picture instanceof EmbeddedPicture inside
                ? new EmbeddedPicture("image/gif", inside.width(), inside.height(), inside.alt(), GIF)
                : picture;
    }

    private static Article with(Article article, List<Block> blocks, Optional<Picture> picture) {
        return new Article(
                article.origin(),
                article.language(),
                article.headline(),
                article.summary(),
                blocks,
                article.published(),
                article.byline(),
                article.credits(),
                article.address(),
                picture,
                article.categories(),
                article.topics());
    }

    private static Edition with(Edition edition, List<Story> stories) {
        return new Edition(
                edition.id(),
                edition.key(),
                edition.masthead(),
                edition.window(),
                edition.composedAt(),
                edition.template(),
                edition.note(),
                stories);
    }
}
