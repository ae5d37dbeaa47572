package gazette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader of well-formed documents and the one of all others. */
final class TwoReadersTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aWellFormedDocumentIsTheSameTreeInBoth(Path document) throws IOException {
        String text =
                Decoding.of(Files.readAllBytes(document), Optional.empty()).text();

        StrictXml.read(new StringReader(text))
                .ifPresent(strict -> assertThat(outline(LooseXml.read(text))).isEqualTo(outline(Optional.of(strict))));
    }

    /** All but the one that is well-formed by mistake: a section left open ends where the next one does. */
    static Stream<Path> documents() {
        return ScanGoldenTest.documents().stream()
                .filter(document -> !document.toString().contains("but-well-formed"));
    }

    @Test
    void aDoctypeIsNeverLeftToTheParserOfTheJdk() {
        String doctype = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss>&x;</rss>";

        assertThat(StrictXml.read(new StringReader(doctype))).isEmpty();
        assertThat(StrictXml.read(new StringReader("<!DOCTYPE rss SYSTEM \"x.dtd\"><rss/>")))
                .isEmpty();
    }

    private static String outline(Optional<Element> root) {
        return root.map(element -> Outline.of(element, "")).orElse("");
    }
}
