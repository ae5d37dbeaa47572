package gazette.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void isWhatTheFirstReleaseMadeOfTheSameWords() {
        List<Block> blocks =
                List.of(new Paragraph("Les étals rouvrent."), new Intertitle("Dès lundi"), new Paragraph("Tôt."));
        Article article = new Article(
                new Origin("folder:articles", "a.txt"),
                Locale.FRENCH,
                Optional.of("Le marché"),
                "",
                blocks,
                published(Optional.of(LocalTime.of(11, 49))),
                "la rédaction",
                List.of("Agence Exemple"),
                Optional.of(URI.create("https://example.org/marche")),
                picture("Les étals", 1),
                List.of(),
                List.of("ville"));

        assertThat(article.fingerprint())
                .as("stored ones must go on matching")
                .isEqualTo("902af3d4cbc785e7fb274ad7878e9a54ae5a5c193cfd2d1696ec519752ad6c83");
    }

    @Test
    void doesNotDependOnWhereTheArticleComesFrom() {
        assertThat(article("a.txt", "Un", "Deux").fingerprint())
                .isEqualTo(article("b.txt", "Un", "Deux").fingerprint())
                .hasSize(64);
    }

    @Test
    void everythingThatAReaderSeesChangesIt() {
        Article plain = article("a.txt", "Un", "Deux");
        List<Article> others = new ArrayList<>(List.of(plain));
        others.add(article("a.txt", "Un", "Trois"));
        others.add(article("a.txt", "UnDeux"));
        others.add(article("a.txt", "U", "nDeux"));
        others.add(article("a.txt", "Deux", "Un"));
        others.add(with(plain, Locale.ENGLISH, "", List.of(), List.of()));
        others.add(with(plain, Locale.FRENCH, "la rédaction", List.of(), List.of()));
        others.add(with(plain, Locale.FRENCH, "", List.of("AEX", "Revue"), List.of()));
        others.add(with(plain, Locale.FRENCH, "", List.of("AEXRevue"), List.of()));
        others.add(with(plain, Locale.FRENCH, "", List.of(), List.of("AEX", "Revue")));
        others.add(full(Optional.of("Titre"), Optional.empty(), Optional.empty(), Optional.empty()));
        others.add(full(Optional.of(""), Optional.empty(), Optional.empty(), Optional.empty()));
        others.add(full(Optional.empty(), published(Optional.empty()), Optional.empty(), Optional.empty()));
        others.add(
                full(Optional.empty(), published(Optional.of(LocalTime.MIDNIGHT)), Optional.empty(), Optional.empty()));
        others.add(full(
                Optional.empty(), Optional.empty(), Optional.of(URI.create("https://example.org")), Optional.empty()));
        others.add(full(Optional.empty(), Optional.empty(), Optional.empty(), picture("", 1)));
        others.add(full(Optional.empty(), Optional.empty(), Optional.empty(), picture("Un", 1)));
        others.add(full(Optional.empty(), Optional.empty(), Optional.empty(), picture("", 2)));
        List<Block> intertitle = List.of(new Paragraph("Un"), new Intertitle("Deux"));
        others.add(new Article(
                plain.origin(),
                Locale.FRENCH,
                Optional.empty(),
                "",
                intertitle,
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of()));

        List<String> fingerprints = others.stream().map(Article::fingerprint).toList();

        assertThat(new HashSet<>(fingerprints)).hasSize(others.size());
    }

    @Test
    void partsThatRunTogetherAreStillTold() {
        Article one = article("a.txt", "Un", "deuxparagraphtrois");
        Article other = article("a.txt", "Unparagraphdeux", "trois");

        assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
        assertThat(with(one, Locale.FRENCH, "", List.of("AB", "C"), List.of()).fingerprint())
                .isNotEqualTo(with(one, Locale.FRENCH, "", List.of("A", "BC"), List.of())
                        .fingerprint());
    }

    private static Article article(String name, String... paragraphs) {
        List<Block> blocks = new ArrayList<>();
        List.of(paragraphs).forEach(text -> blocks.add(new Paragraph(text)));
        return new Article(
                new Origin("folder:articles", name),
                Locale.FRENCH,
                Optional.empty(),
                "",
                blocks,
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Article with(
            Article article, Locale language, String byline, List<String> credits, List<String> topics) {
        return new Article(
                article.origin(),
                language,
                Optional.empty(),
                "",
                article.blocks(),
                Optional.empty(),
                byline,
                credits,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                topics);
    }

    private static Article full(
            Optional<String> headline,
            Optional<Published> published,
            Optional<URI> address,
            Optional<Picture> picture) {
        Article plain = article("a.txt", "Un", "Deux");
        return new Article(
                plain.origin(),
                Locale.FRENCH,
                headline,
                "",
                plain.blocks(),
                published,
                "",
                List.of(),
                address,
                picture,
                List.of(),
                List.of());
    }

    private static Optional<Published> published(Optional<LocalTime> time) {
        return Optional.of(new Published(DAY, time, PARIS));
    }

    private static Optional<Picture> picture(String alt, int octet) {
        return Optional.of(new EmbeddedPicture("image/png", 1, 1, alt, new byte[] {(byte) octet}));
    }
}
