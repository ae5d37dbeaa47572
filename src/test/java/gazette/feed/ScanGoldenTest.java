package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents as the web has them, each with the outline of its tree beside it, and the Content-Type in a {@code .type} where
 * it matters. Run with {@code -Dgolden=write} to rewrite what is expected; the diff is the review.
 */
final class ScanGoldenTest {
    static final Path FOLDER = Path.of("src/test/resources/gazette/feed/scan");

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyDocumentBecomesTheTreeThatWasMeant(Path document) throws IOException {
        String outline = Outline.of(scan(document));
        Path expected = beside(document, ".expected");

        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(expected, outline, UTF_8);
        }
        assertThat(outline).isEqualTo(Files.readString(expected, UTF_8));
    }

    @Test
    void theFolderHoldsTheWholeRange() {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(60);
    }

    static Scan scan(Path document) throws IOException {
        Path type = beside(document, ".type");
        return Scan.of(
                Files.readAllBytes(document),
                Files.exists(type) ? Optional.of(Files.readString(type, UTF_8).strip()) : Optional.empty());
    }

    private static Path beside(Path document, String ending) {
        String name = String.valueOf(document.getFileName());
        return document.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }

    static List<Path> documents() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().matches(".*\\.(expected|type)"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
