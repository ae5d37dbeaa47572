package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a feed is read, and how long that may take from the octets to the blocks. */
final class FeedLimitsTest {
    private static final URI ADDRESS = URI.create("https://example.org/feed");

    /** Of the processor's time, which other work on the machine does not lengthen. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Test
    void ofMoreThanAThousandItemsTheNewestAreRead() {
        FeedReading newestFirst = read(
                rss(IntStream.range(0, 1_500).mapToObj(i -> item(i, 1_500 - i)).collect(Collectors.joining())));
        FeedReading oldestFirst =
                read(rss(IntStream.range(0, 1_500).mapToObj(i -> item(i, i)).collect(Collectors.joining())));

        assertThat(newestFirst.items()).hasSize(1_000).extracting(FeedItem::id).contains("item-0");
        assertThat(oldestFirst.items()).hasSize(1_000).extracting(FeedItem::id).contains("item-1499");
    }

    @Test
    void jsonOfMoreThanTenMegabytesIsRefused() {
        String head = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"";

        FeedReading reading = read(head + "a".repeat(10 << 20) + "\",\"items\":[]}");

        assertThat(reading.isRead()).isFalse();
        assertThat(reading.refusal()).contains("10,485,760");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void jsonThatIsNestedWithoutEndIsRefusedSoon(String open) {
        String deep = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + open.repeat(100_000);

        assertThat(readSoon(deep).isRead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b x=1><p>",
                "<a href=x><div>",
                "<ol><li>",
                "<table><tr><td>",
                "<blockquote>",
                "<i><b>",
                "&eacute;",
                "<br>",
                "<!--",
                "<p>é ",
                "&#x301;",
                "<img src=a.png>",
                "<h1>"
            })
    void anItemThatIsAMountainOfOneThingIsReadSoon(String thing) {
        String mountain = thing.repeat(1_500_000 / thing.length());

        FeedReading reading = readSoon(rss("<item><guid>1</guid><title>Un titre</title><description><![CDATA["
                + mountain + "]]></description></item>"));

        assertThat(reading.items()).extracting(FeedItem::title).containsExactly("Un titre");
    }

    private static FeedReading readSoon(String document) {
        long start = cpu();
        FeedReading reading = read(document);
        assertThat(Duration.ofNanos(cpu() - start)).isLessThan(LONGEST);
        return reading;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static FeedReading read(String document) {
        return FeedReader.read(document.getBytes(UTF_8), Optional.empty(), ADDRESS);
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Un fil</title>" + items + "</channel></rss>";
    }

    private static String item(int number, int age) {
        return "<item><guid isPermaLink=\"false\">item-" + number + "</guid><title>Titre " + number
                + "</title><pubDate>" + Instant.ofEpochSecond(1_700_000_000L + 60L * age)
                + "</pubDate></item>";
    }
}
