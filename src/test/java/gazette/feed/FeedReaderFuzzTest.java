package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Block;
import gazette.article.Paragraph;
import gazette.article.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden feeds, damaged at random: nothing is thrown, no link leads off the web, nothing takes long. */
final class FeedReaderFuzzTest {
    private static final int ROUNDS = 500;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /** What feeds have been seen to hold in odd places. */
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "&#0;",
            "&#x10FFFF;",
            "&amp;lt;",
            "<item>",
            "</item>",
            "<entry>",
            "<channel/>",
            "<rss>",
            "<rdf:RDF>",
            "<a href='javascript:x()'>",
            "<link>data:text/html,x</link>",
            "<link href='vbscript:x'/>",
            " xml:base='http://['",
            " xml:base='javascript:x'",
            " xml:lang='-'",
            "{",
            "}",
            "[",
            "null",
            ",",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\uFEFF",
            "\uD83E",
            "<guid isPermaLink='true'>//</guid>",
            "<title>",
            "<content type='xhtml'>",
            "<pubDate>0000-00-00</pubDate>",
            "<published>+999999999-12-31T23:59:59Z</published>",
            "<media:content url='x:' width='0' height='-1'/>",
            "://",
            "%",
            "<!DOCTYPE x [",
            "<!ENTITY a '&a;'>",
            "&a;");

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000, 50_000})
    void aDamagedFeedIsReadOrRefused(long seed) throws IOException {
        Random chance = new Random(seed);
        List<byte[]> feeds = GoldenFeed.all().stream().map(GoldenFeed::octets).toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = feeds.get(chance.nextInt(feeds.size()));
            for (int damages = 1 + chance.nextInt(6); damages > 0; damages--) {
                octets = damaged(octets, feeds.get(chance.nextInt(feeds.size())), chance);
            }
            assertHarmless(octets, "seed " + seed + ", round " + round);
        }
    }

    @Test
    void mountainsOfOneThingAreReadOrRefusedQuickly() throws IOException {
        for (String one :
                List.of("<a>", "<item>", "<entry>", "<channel>", "<", "&", "{", "[", "<![CDATA[", "<b ", "<!--")) {
            String head = one.equals("{") || one.equals("[") ? "{\"items\":" : "<rss><channel><item><title>";
            assertHarmless((head + repeated(one)).getBytes(UTF_8), "mountain " + one);
        }
        for (String one : List.of("(", "<b>", "&lt;b", "&lt;b&gt;", "&amp;amp;", " ", "\n", "x@", "a,", ". ", "a")) {
            for (String name :
                    List.of("title", "description", "link", "guid", "author", "pubDate", "category", "language")) {
                String feed = "<rss><channel><item><" + name + ">" + repeated(one.equals("<b>") ? "<b/>" : one) + "</"
                        + name + "></item></channel></rss>";
                assertHarmless(feed.getBytes(UTF_8), "mountain " + one + " in " + name);
            }
        }
    }

    /** A megabyte of it. */
    private static String repeated(String one) {
        return one.repeat(1_000_000 / one.length());
    }

    private static void assertHarmless(byte[] octets, String name) throws IOException {
        try {
            long started = GoldenFeed.worked();
            FeedReading reading = FeedReader.read(octets, Optional.empty(), GoldenFeed.ADDRESS);
            assertThat(Duration.ofNanos(GoldenFeed.worked() - started)).isLessThan(LONGEST);
            assertThat(links(reading)).allMatch(link -> SCHEMES.contains(link.getScheme()));
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            Path kept = Files.write(Path.of("target", name.replaceAll("\\W+", "-") + ".xml"), octets);
            throw new AssertionError(name + ", see " + kept, failure);
        }
    }

    private static Stream<URI> links(FeedReading reading) {
        Stream<URI> ofItems = reading.items().stream().flatMap(FeedReaderFuzzTest::links);
        return Stream.concat(reading.home().stream(), ofItems).filter(Objects::nonNull);
    }

    private static Stream<URI> links(FeedItem item) {
        Stream<URI> inText = item.content().stream().flatMap(FeedReaderFuzzTest::links);
        Stream<URI> picture = item.picture().map(one -> one.address()).stream();
        return Stream.of(item.address().stream(), picture, inText).flatMap(links -> links);
    }

    private static Stream<URI> links(Block block) {
        return block instanceof Paragraph paragraph
                ? paragraph.prose().spans().stream().map(Span::link).flatMap(Optional::stream)
                : Stream.empty();
    }

    private static byte[] damaged(byte[] octets, byte[] other, Random chance) {
        int from = chance.nextInt(octets.length + 1);
        int to = Math.min(octets.length, from + chance.nextInt(40));
        return switch (chance.nextInt(6)) {
            case 0 -> joined(octets, from, new byte[0], to);
            case 1 -> joined(octets, from, new byte[] {(byte) chance.nextInt(256)}, to);
            case 2 -> joined(octets, from, slice(other, chance), from);
            case 3 -> joined(octets, from, slice(octets, chance), to);
            default ->
                joined(octets, from, PIECES.get(chance.nextInt(PIECES.size())).getBytes(UTF_8), from);
        };
    }

    private static byte[] slice(byte[] octets, Random chance) {
        int from = chance.nextInt(octets.length + 1);
        byte[] slice = new byte[Math.min(octets.length - from, chance.nextInt(200))];
        System.arraycopy(octets, from, slice, 0, slice.length);
        return slice;
    }

    private static byte[] joined(byte[] octets, int from, byte[] middle, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(octets, 0, from);
        out.writeBytes(middle);
        out.write(octets, to, octets.length - to);
        return out.toByteArray();
    }
}
