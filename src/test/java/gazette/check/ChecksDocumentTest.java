package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code src/docs/checks.md} lists what the rules can find, and each of it is found in a test. */
final class ChecksDocumentTest {
    /** A level, or a variable for one, then the name. */
    private static final Pattern IN_CODE =
            Pattern.compile("(?:Level\\.(INFO|WARN|ERROR)|level),\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");

    private static final Pattern CHOSEN = Pattern.compile("\"(client-[a-z]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\| ([^|]*) \\|");

    @Test
    void everyRuleIsInTheDocumentAndNothingElse() {
        assertThat(inDocument()).isEqualTo(inCode());
    }

    @Test
    void theDocumentSaysTheLevels() {
        for (Matcher row : rows()) {
            for (String name : row.group(1).replace("`", "").split(", ")) {
                levels(name).forEach(level -> assertThat(row.group(2)).as(name).contains(level));
            }
        }
    }

    @Test
    void everyRuleOnMessagesIsFoundInSomeTest() {
        String tests = read("src/test/java/gazette/check") + read("src/test/java/gazette/cli");
        SortedSet<String> untested = inCode();
        untested.removeIf(name -> tests.contains(name + "\"")
                || name.matches(
                        "source-.*|article-.*|template-.*|note-.*|nothing-.*|picture-transparent|client-partly"));

        assertThat(untested).isEmpty();
    }

    private static Set<String> levels(String name) {
        return IN_CODE.matcher(code())
                .results()
                .filter(found -> found.group(2).equals(name) && found.group(1) != null)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static SortedSet<String> inCode() {
        SortedSet<String> names = new TreeSet<>();
        IN_CODE.matcher(code()).results().forEach(found -> names.add(found.group(2)));
        CHOSEN.matcher(code()).results().forEach(found -> names.add(found.group(1)));
        Leak.ALL.forEach(leak -> names.add(leak.rule()));
        return names;
    }

    private static SortedSet<String> inDocument() {
        SortedSet<String> names = new TreeSet<>();
        rows().forEach(row ->
                names.addAll(Arrays.asList(row.group(1).replace("`", "").split(", "))));
        return names;
    }

    private static List<Matcher> rows() {
        String document = read("src/docs/checks.md");
        return ROW.matcher(document)
                .results()
                .map(found -> matched(found.group()))
                .toList();
    }

    private static Matcher matched(String row) {
        Matcher matcher = ROW.matcher(row);
        assertThat(matcher.find()).isTrue();
        return matcher;
    }

    private static String code() {
        return read("src/main/java/gazette/check") + read("src/main/java/gazette/proof");
    }

    private static String read(String place) {
        try (Stream<Path> files = Files.walk(Path.of(place))) {
            return files.filter(Files::isRegularFile)
                    .map(ChecksDocumentTest::words)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String words(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
