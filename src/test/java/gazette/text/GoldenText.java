package gazette.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.article.Article;
import gazette.article.Problem;
import gazette.article.SourceLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text of the golden folder, and what is expected of it. Files whose name ends in {@code -en} are English. */
record GoldenText(Path file) {
    static final Path FOLDER = Path.of("src/test/resources/gazette/text/texts");
    static final Path MARKED = Path.of("src/test/resources/gazette/text/marked");
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Plain texts. */
    static List<GoldenText> all() {
        return in(FOLDER, ".txt");
    }

    /** Texts in Markdown and HTML. */
    static List<GoldenText> marked() {
        return Stream.concat(in(MARKED, ".md").stream(), in(MARKED, ".html").stream())
                .toList();
    }

    private static List<GoldenText> in(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(GoldenText::new)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] octets() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Locale language() {
        return toString().contains("-en.") ? Locale.ENGLISH : Locale.FRENCH;
    }

    TextReading read() {
        return FolderReader.parse(file, PARIS, SourceLanguage.of(language()));
    }

    /** The reading as the {@code .expected} file beside the text has it. */
    String account() {
        TextReading reading = read();
        return Stream.of(
                        reading.problems().stream().map(this::relative),
                        reading.article().stream().flatMap(GoldenText::facts),
                        reading.lines().stream().map(line -> String.format("%4d %s", line.number(), line.part())),
                        reading.article().stream().flatMap(GoldenText::body))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    String expected() throws IOException {
        Path expected = expectedFile();
        return Files.exists(expected) ? Files.readString(expected, UTF_8) : "";
    }

    void expect(String account) throws IOException {
        Files.writeString(expectedFile(), account, UTF_8);
    }

    @Override
    public String toString() {
        return String.valueOf(file.getFileName());
    }

    private Path expectedFile() {
        return file.resolveSibling(toString().replaceAll("\\.\\w+$", ".expected"));
    }

    private String relative(Problem problem) {
        return "problem    " + problem.toString().replace(file.toString(), toString());
    }

    private static Stream<String> facts(Article article) {
        return Stream.of(
                "title      " + article.title(),
                "headline   " + article.headline().orElse("(none)"),
                "language   " + article.language().toLanguageTag(),
                "published  "
                        + article.published()
                                .map(when -> when.date() + " "
                                        + when.time().map(Object::toString).orElse("(no time)") + " " + when.zone())
                                .orElse("(none)"),
                "byline     " + (article.byline().isEmpty() ? "(none)" : article.byline()),
                "credits    " + article.credits(),
                "address    " + article.address().map(Object::toString).orElse("(none)"),
                "picture    "
                        + article.picture()
                                .map(picture -> picture + " «" + picture.alt() + "»")
                                .orElse("(none)"),
                "topics     " + article.topics()
                        + (article.summary().isEmpty() ? "" : "\nsummary    " + article.summary()));
    }

    private static Stream<String> body(Article article) {
        return article.blocks().stream().flatMap(BlockAccount::of);
    }
}
