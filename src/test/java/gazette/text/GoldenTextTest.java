package gazette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts as newsrooms write them. Run with {@code -Dgolden=write} to rewrite what is expected; the diff is the review. */
final class GoldenTextTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("everything")
    void everyTextIsTakenApartAsItsAuthorMeantIt(GoldenText text) throws IOException {
        String account = text.account();

        if (System.getProperty("golden", "").equals("write")) {
            text.expect(account);
        }
        assertThat(account).isEqualTo(text.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void nothingOfATextIsLostOrMoved(GoldenText text) {
        Words.assertKept(text.octets(), text.read());
    }

    @Test
    void theFolderHoldsTheWholeRange() {
        List<GoldenText> texts = GoldenText.all();

        assertThat(texts).hasSizeGreaterThanOrEqualTo(40);
        assertThat(GoldenText.marked()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(everything().flatMap(text -> text.read().lines().stream()).map(Line::part))
                .contains(Part.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("marked")
    void everyLineOfAMarkedUpTextIsInTheAccount(GoldenText text) {
        Words.assertAccounted(text.octets(), text.read());
    }

    static Stream<GoldenText> everything() {
        return Stream.concat(texts(), marked());
    }

    static Stream<GoldenText> marked() {
        return GoldenText.marked().stream();
    }

    static Stream<GoldenText> texts() {
        return GoldenText.all().stream();
    }
}
