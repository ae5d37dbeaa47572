package gazette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds as they are really written. Run with {@code -Dgolden=write} to rewrite what is expected; the diff is the review. */
final class GoldenFeedTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @ParameterizedTest(name = "{0}")
    @MethodSource("feeds")
    void everyFeedIsReadAsItsAuthorMeantIt(GoldenFeed feed) {
        long started = GoldenFeed.worked();
        String account = Account.of(feed.read());
        Duration taken = Duration.ofNanos(GoldenFeed.worked() - started);

        if (System.getProperty("golden", "").equals("write")) {
            feed.expect(account);
        }
        assertThat(account).isEqualTo(feed.expected());
        assertThat(taken).isLessThan(LONGEST);
    }

    @Test
    void theFolderHoldsTheWholeRangeAndNearlyAllOfItIsReadAsExpected(TestReporter reporter) {
        List<GoldenFeed> readable =
                GoldenFeed.all().stream().filter(GoldenFeed::isReadable).toList();
        long read = readable.stream().filter(feed -> feed.read().isRead()).count();
        long agree = readable.stream()
                .filter(feed -> Account.of(feed.read()).equals(feed.expected()))
                .count();

        reporter.publishEntry(
                "feeds", readable.size() + " readable, " + read + " read, " + agree + " read as expected");
        assertThat(readable).hasSizeGreaterThanOrEqualTo(200);
        assertThat(read).isGreaterThanOrEqualTo(readable.size() * 99L / 100);
        assertThat(agree).isGreaterThanOrEqualTo(readable.size() * 95L / 100);
    }

    static Stream<GoldenFeed> feeds() {
        return GoldenFeed.all().stream();
    }
}
