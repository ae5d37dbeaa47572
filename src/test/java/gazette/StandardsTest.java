package gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code src/docs/standards.md} lists what the code says it follows, no more and no less. */
final class StandardsTest {
    private static final Pattern IN_CODE = Pattern.compile("RFC (\\d+)(?:[\\s*]+section ([\\d.]*\\d))?");
    private static final Pattern IN_LIST = Pattern.compile("(?m)^\\| (\\d+) \\| ([\\d.]*) *\\| (yes|partly|no) \\|");

    @Test
    void everySectionThatTheCodeNamesIsInTheList() throws IOException {
        SortedSet<String> named = inCode();
        named.removeAll(inList());

        assertThat(named)
                .as("named in the code, missing from src/docs/standards.md")
                .isEmpty();
    }

    @Test
    void everySectionInTheListIsNamedByTheCode() throws IOException {
        SortedSet<String> listed = inList();
        listed.removeAll(inCode());

        assertThat(listed)
                .as("in src/docs/standards.md, named nowhere in the code")
                .isEmpty();
    }

    private static SortedSet<String> inList() throws IOException {
        return all(IN_LIST, Files.readString(Path.of("src/docs/standards.md"), StandardCharsets.UTF_8));
    }

    private static SortedSet<String> inCode() throws IOException {
        SortedSet<String> named = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
            List<Path> files = walk.filter(f -> f.toString().endsWith(".java")).toList();
            files.forEach(file -> named.addAll(all(IN_CODE, read(file))));
        }
        return named;
    }

    private static SortedSet<String> all(Pattern pattern, String text) {
        SortedSet<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String section = matcher.group(2) == null ? "" : matcher.group(2);
            found.add((matcher.group(1) + " " + section).strip());
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
