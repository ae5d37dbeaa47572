package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Origin;
import gazette.article.Problem;
import gazette.article.SourceLanguage;
import gazette.check.Run.Kind;
import gazette.text.TextFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers of files say in English is known again, every word of it, and said in French. */
final class UnreadFileTest {
    private static final String PROSE = "Le réseau tient, et le vent souffle sur tout le pays depuis ce matin.\n";

    /** Of these no file can be made here: whoever may read everything is let in everywhere. */
    private static final Set<String> UNMADE = Set.of("unread.image-barred", "unread.no-yaml", "unread.other");

    /** With words of the library, or of the system. */
    private static final Set<String> OTHERS_WORDS = Set.of("unread.no-yaml-line", "unread.barred");

    @TempDir
    private Path folder;

    /**
     * @param keys of the sentences that say what is wrong, the outer before the inner
     * @param file what lies in the folder
     */
    private record Wrong(String keys, Lying file) {
        @Override
        public String toString() {
            return keys;
        }
    }

    private interface Lying {
        /** Makes it; the path of the text. */
        Path in(Path folder) throws IOException;
    }

    static Stream<Wrong> files() {
        return Stream.concat(whole(), Stream.concat(front(), pictures()));
    }

    private static Stream<Wrong> whole() {
        return Stream.of(
                text("unread.empty", ""),
                text("unread.blank", " \n\n"),
                octets("unread.no-utf-16", 0xFF, 0xFE, 0x00, 0xD8, 'a'),
                octets("unread.zeros", 'a', 0, 'b'),
                octets("unread.no-utf-8", 0xC3, 0xA9, 0xC3, 0xA9, '\n', 0xE9, '\n'),
                octets("unread.no-text", 0xE9, 0xE8, 0xE7, 'a'),
                text("unread.control", "un\ndeux\u0007\n"),
                text("unread.lines", "x\n".repeat(20_001)),
                text("unread.large", "x".repeat(10_000_001)),
                new Wrong("unread.characters", folder -> written(folder, "a.md", "x".repeat(500_001))),
                new Wrong("unread.gone", folder -> folder.resolve("a.txt")),
                new Wrong("unread.barred", folder -> Files.createDirectory(folder.resolve("a.txt"))),
                new Wrong("unread.link", UnreadFileTest::linked),
                text("unread.no-article", "---\ntitle: Sans texte\n---\n"));
    }

    private static Stream<Wrong> front() {
        return Stream.of(
                text("unread.fence", "---\ntitle: Ouvert\n" + PROSE),
                front("unread.front-matter-long", "title: " + "x".repeat(20_001)),
                front("unread.no-yaml-line", "title: Énergie : \"le réseau tient"),
                front("unread.no-keys", "title: un\n--- deux"),
                front("unread.key-no-word", "title: x\n[a, b]: c"),
                front("unread.key-deep", "title:\n  a: b"),
                front("unread.key-unknown", "title: x\ntitre: x"),
                front("unread.key-twice", "title: a\ntitle: b"),
                front("unread.key-empty", "title:"),
                front("unread.key-list", "title: [a, b]"),
                front("unread.key-control", "title: \"a\\u0007\""),
                front("unread.key-long", "title: " + "x".repeat(1_001)),
                front("unread.date", "date: hier"),
                front("unread.url", "url: ici"),
                front("unread.language", "language: xx"),
                front("unread.alt", "image-alt: Un barrage"));
    }

    private static Stream<Wrong> pictures() {
        String many = IntStream.rangeClosed(1, 21)
                .mapToObj(number -> "![](absent-" + number + ".png)\n\n")
                .collect(Collectors.joining());
        return Stream.of(
                front("unread.image unread.image-gone", "image: absent.png"),
                front("unread.image unread.image-elsewhere", "image: ../absent.png"),
                front("unread.image unread.image-web", "image: https://example.org/a.png"),
                front("unread.image unread.image-broken", "image: broken.png"),
                front("unread.image unread.image-large", "image: large.png"),
                front("unread.image unread.image-side", "image: wide.png"),
                new Wrong(
                        "unread.image unread.image-broken unread.pictures-alone",
                        folder -> written(folder, "a.md", "![](broken.png)\n")),
                new Wrong(
                        "unread.image unread.image-gone unread.image-many",
                        folder -> written(folder, "a.md", "# Un titre\n\n" + PROSE + "\n" + many)));
    }

    private static Wrong text(String keys, String text) {
        return new Wrong(keys, folder -> written(folder, "a.txt", text));
    }

    private static Wrong front(String keys, String lines) {
        return text(keys, "---\n" + lines + "\n---\nUn titre\n\n" + PROSE);
    }

    private static Wrong octets(String keys, int... octets) {
        return new Wrong(
                keys,
                folder -> Files.writeString(
                        folder.resolve("a.txt"),
                        IntStream.of(octets).mapToObj(Character::toString).collect(Collectors.joining()),
                        StandardCharsets.ISO_8859_1));
    }

    private static Path linked(Path folder) throws IOException {
        Path outside = written(folder, "outside.txt", PROSE);
        return Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("inside")).resolve("a.txt"), outside);
    }

    private static Path written(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatAReaderSaysOfAFileIsKnownAgain(Wrong wrong) throws IOException {
        Files.writeString(folder.resolve("broken.png"), "no picture");
        Files.write(folder.resolve("large.png"), new byte[10_000_001]);
        ImageIO.write(
                new BufferedImage(10_001, 1, BufferedImage.TYPE_BYTE_BINARY),
                "png",
                folder.resolve("wide.png").toFile());

        List<Problem> problems = problems(wrong.file().in(folder));

        assertThat(problems).isNotEmpty();
        Set<String> keys = new TreeSet<>();
        for (Problem problem : problems) {
            Sentence why = UnreadFile.why(problem.what());
            assertThat(why.english()).isEqualTo(problem.what());
            assertThat(new CheckWords().runs(why, Locale.FRENCH))
                    .filteredOn(run -> run.kind() == Kind.SAID)
                    .as("words of others")
                    .hasSize(OTHERS_WORDS.contains(why.key()) ? 1 : 0);
            keys.addAll(keys(why));
        }
        assertThat(keys).containsExactlyInAnyOrder(wrong.keys().split(" "));
    }

    @Test
    void everySentenceIsSaidOfAFile() throws IOException {
        Set<String> made = files().flatMap(wrong -> Stream.of(wrong.keys().split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
        made.addAll(UNMADE);

        assertThat(SentencesInCode.read().patterns().keySet())
                .filteredOn(key -> key.startsWith("unread."))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void wordsThatNobodyKnowsStayAsTheyWerePut() {
        Sentence why = UnreadFile.why("the moon is in the way");

        assertThat(new CheckWords().runs(why, Locale.FRENCH)).contains(new Run("the moon is in the way", Kind.SAID));
    }

    private List<Problem> problems(Path text) throws IOException {
        Path root = text.resolveSibling("").toRealPath();
        return new TextFile(
                        root,
                        root.resolve(text.getFileName()),
                        "a.txt",
                        new Origin("folder:articles", "a.txt"),
                        ZoneOffset.UTC,
                        new SourceLanguage(Optional.empty(), Locale.FRENCH))
                .read()
                .problems();
    }

    private static List<String> keys(Sentence why) {
        List<String> keys = new ArrayList<>(List.of(why.key()));
        why.terms().stream().filter(Sentence.class::isInstance).forEach(inner -> keys.addAll(keys((Sentence) inner)));
        return keys;
    }
}
