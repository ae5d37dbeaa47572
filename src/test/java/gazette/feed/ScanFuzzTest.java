package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All documents of the feed folders, damaged at random: nothing is thrown, and the same is read twice. A failure names its seed and keeps its file. */
final class ScanFuzzTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/feed");
    private static final int ROUNDS = 300;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "=",
            "/>",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "?>",
            "<!DOCTYPE x [",
            "]>",
            "<!ENTITY a \"&a;&a;\">",
            "&a;",
            "&#x;",
            "&#xD800;",
            "&#0;",
            "\0",
            "\u0085",
            "\uFEFF",
            "\uFFFF",
            "xmlns=\"\"",
            "xmlns:a='u'",
            "a:b='c'",
            "<item>",
            "</item>",
            "<entry>",
            "<title>",
            "</title>",
            "<p>",
            "<br>",
            "</x>",
            "<a:b:c d:e:f='1'/>",
            "<rss>",
            "</rss>",
            "encoding='utf-16'",
            "\r",
            "\r\n",
            "🦆",
            "é");

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void aDamagedDocumentIsReadOrRefusedTheSameWayEachTime(long seed) throws IOException {
        Random chance = new Random(seed);
        List<Path> documents = documents();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = octets(documents, chance);
            for (int damages = 1 + chance.nextInt(6); damages > 0; damages--) {
                octets = damaged(octets, octets(documents, chance), chance);
            }
            assertRead(octets, "scan-seed-" + seed + "-round-" + round);
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(expected|type|txt)"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] octets(List<Path> documents, Random chance) throws IOException {
        return Files.readAllBytes(documents.get(chance.nextInt(documents.size())));
    }

    private static void assertRead(byte[] octets, String name) throws IOException {
        try {
            long start = THREADS.getCurrentThreadCpuTime();
            Scan scan = Scan.of(octets, Optional.empty());
            Duration time = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);

            assertThat(time).isLessThan(LONGEST);
            assertThat(scan.root().isEmpty()).isNotEqualTo(scan.refusal().isEmpty());
            assertThat(Outline.of(Scan.of(octets, Optional.empty()))).isEqualTo(Outline.of(scan));
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            Path kept = Files.write(Path.of("target", name + ".xml"), octets);
            throw new AssertionError(name + ", see " + kept, failure);
        }
    }

    private static byte[] damaged(byte[] octets, byte[] other, Random chance) {
        int from = chance.nextInt(octets.length + 1);
        int to = Math.min(octets.length, from + chance.nextInt(40));
        return switch (chance.nextInt(6)) {
            case 0 -> joined(octets, from, new byte[0], to);
            case 1 -> joined(octets, from, new byte[] {(byte) chance.nextInt(256)}, to);
            case 2 -> joined(octets, from, slice(other, chance), from);
            case 3 -> joined(octets, from, new byte[0], octets.length);
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
