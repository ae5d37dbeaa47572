package gazette.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HTML as it comes, and as it is meant to harm. Run with {@code -Dgolden=write} to rewrite what is expected. */
final class MarkupGoldenTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("usual")
    void htmlBecomesTheBlocksThatItsAuthorMeant(GoldenHtml html) throws IOException {
        assertExpected(html);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileHtmlKeepsItsWordsAndLosesItsTeeth(GoldenHtml html) throws IOException {
        assertExpected(html);
        Harmless.assertHarmless(html.blocks());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usual")
    void usualHtmlIsHarmlessToo(GoldenHtml html) {
        Harmless.assertHarmless(html.blocks());
        assertThat(Harmless.isComposed(html.blocks())).isTrue();
    }

    @Test
    void theFoldersHoldTheWholeRange() {
        assertThat(GoldenHtml.in("usual")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(GoldenHtml.in("hostile")).hasSizeGreaterThanOrEqualTo(60);
    }

    private static void assertExpected(GoldenHtml html) throws IOException {
        String account = html.account();
        if (System.getProperty("golden", "").equals("write")) {
            html.expect(account);
        }
        assertThat(account).isEqualTo(html.expected());
    }

    static Stream<GoldenHtml> usual() {
        return GoldenHtml.in("usual").stream();
    }

    static Stream<GoldenHtml> hostile() {
        List<GoldenHtml> all = GoldenHtml.in("hostile");
        return all.stream();
    }
}
