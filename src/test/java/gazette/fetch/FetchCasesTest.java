package gazette.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers as they are. Run with {@code -Dgolden=write} to rewrite what is expected; the diff is the review. */
@Timeout(20)
final class FetchCasesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void everyAnswerIsUnderstood(FetchCase story) throws IOException {
        assertAsExpected(story);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void noServerTakesMoreThanItMay(FetchCase story) throws IOException {
        assertAsExpected(story);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inward")
    void nobodyIsLedIntoOnesOwnNetwork(FetchCase story) throws IOException {
        assertAsExpected(story);
    }

    @Test
    void theFoldersHoldTheWholeRange() {
        assertThat(FetchCase.all("answers")).hasSizeGreaterThanOrEqualTo(40);
        assertThat(FetchCase.all("hostile")).hasSizeGreaterThanOrEqualTo(15);
        assertThat(FetchCase.all("inward")).hasSizeGreaterThanOrEqualTo(20);
    }

    private static void assertAsExpected(FetchCase story) throws IOException {
        String account = story.account();

        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(story.expected(), account, UTF_8);
        }
        assertThat(account).isEqualTo(Files.exists(story.expected()) ? Files.readString(story.expected(), UTF_8) : "");
    }

    static Stream<FetchCase> answers() {
        return FetchCase.all("answers").stream();
    }

    static Stream<FetchCase> hostile() {
        return FetchCase.all("hostile").stream();
    }

    static Stream<FetchCase> inward() {
        return FetchCase.all("inward").stream();
    }
}
