package gazette.text;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Blanks;
import gazette.article.Block;
import gazette.text.TextDecoder.Decoding;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The promise that every reading of a text must keep: nothing of it is lost or moved. */
final class Words {
    private static final Set<Part> SEEN = EnumSet.of(Part.HEADLINE, Part.LEAD, Part.PARAGRAPH, Part.INTERTITLE);

    private Words() {}

    /**
     * Asserts that every line of the file is in the account, in order; that the blocks of the article are, character for
     * character, the lines taken for them; and that a line that is in no block is one that says something about the text.
     */
    static void assertKept(byte[] octets, TextReading reading) {
        if (!(TextDecoder.decode(octets) instanceof Decoding.Text decoded)) {
            assertThat(reading.article()).isEmpty();
            assertThat(reading.problems()).isNotEmpty();
            return;
        }
        assertThat(letters(reading.lines().stream().map(Line::text))).isEqualTo(letters(Stream.of(decoded.text())));
        for (Line line : reading.lines()) {
            assertThat(Blanks.isBlank(line.text()))
                    .as(line.toString())
                    .isEqualTo(line.part() == Part.BLANK || (isFrontMatter(line) && Blanks.isBlank(line.text())));
        }
        reading.article().ifPresent(article -> assertInBlocks(article, reading.lines()));
        assertThat(reading.article().isPresent() || !reading.problems().isEmpty())
                .isTrue();
    }

    /**
     * Asserts of a text in Markdown or HTML that every line of the file is in the account, in order; that blank lines and
     * no others are called so; and that it is read or refused with a reason.
     */
    static void assertAccounted(byte[] octets, TextReading reading) {
        assertThat(reading.article().isPresent() || !reading.problems().isEmpty())
                .isTrue();
        if (!reading.lines().isEmpty()
                && TextDecoder.decode(octets) instanceof Decoding.Text decoded
                && TextDecoder.decodePage(octets).equals(decoded)) {
            assertThat(letters(reading.lines().stream().map(Line::text))).isEqualTo(letters(Stream.of(decoded.text())));
        }
        for (Line line : reading.lines()) {
            assertThat(line.part() == Part.BLANK)
                    .as(line.toString())
                    .isEqualTo(Blanks.isBlank(line.text()) && !isFrontMatter(line));
        }
    }

    /** How many words its body has. */
    static int in(Article article) {
        return article.blocks().stream()
                .mapToInt(block -> Blanks.fold(block.text()).split(" ", -1).length)
                .sum();
    }

    private static boolean isFrontMatter(Line line) {
        return line.part() == Part.FRONT_MATTER;
    }

    private static void assertInBlocks(Article article, List<Line> lines) {
        boolean headlineRead = lines.stream().anyMatch(line -> line.part() == Part.HEADLINE);
        Stream<String> headline = headlineRead ? article.headline().stream() : Stream.of();
        Stream<String> blocks = article.blocks().stream().map(Block::text);
        String seen = letters(Stream.concat(headline, blocks));
        String taken = letters(
                lines.stream().filter(line -> SEEN.contains(line.part())).map(Line::text));
        assertThat(seen).isEqualToIgnoringCase(taken);
    }

    /** All but blanks, with accents composed. */
    private static String letters(Stream<String> texts) {
        String all = Normalizer.normalize(texts.collect(Collectors.joining("\n")), Normalizer.Form.NFC);
        return Blanks.fold(all).replace(" ", "");
    }
}
