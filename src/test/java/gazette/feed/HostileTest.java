package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Documents made to hurt: files of the folder and those that {@link Hostile} makes. {@code expected.txt} says of each what
 * is left of it; {@code -Dgolden=write} rewrites it.
 */
final class HostileTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/feed/hostile");
    private static final Path EXPECTED = FOLDER.resolve("expected.txt");

    /** Of the processor's time, which other work on the machine does not lengthen; the slowest takes a quarter of it. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void everyHostileDocumentIsReadOrRefusedInTwoSeconds() throws IOException {
        Map<String, String> accounts = new TreeMap<>();
        Map<String, Duration> times = new TreeMap<>();
        documents().forEach((name, document) -> {
            byte[] octets = document.get();
            long start = THREADS.getCurrentThreadCpuTime();
            Scan scan = Scan.of(octets, Optional.empty());
            times.put(name, Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start));
            accounts.put(name, account(scan));
        });

        String account = accounts.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue() + "\n")
                .collect(Collectors.joining());
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(EXPECTED, account, UTF_8);
        }
        assertThat(account).isEqualTo(Files.readString(EXPECTED, UTF_8));
        assertThat(times).allSatisfy((name, time) -> assertThat(time).as(name).isLessThan(LONGEST));
    }

    private static Map<String, Supplier<byte[]>> documents() throws IOException {
        Map<String, Supplier<byte[]>> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> file.toString().endsWith(".xml"))
                    .forEach(file -> documents.put(String.valueOf(file.getFileName()), () -> octets(file)));
        }
        Hostile.MADE.keySet().forEach(name -> documents.put(name, () -> Hostile.made(name)));
        return documents;
    }

    private static byte[] octets(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How large and deep the tree is, its title and the number of its items; or why there is none. */
    private static String account(Scan scan) {
        if (scan.root().isEmpty()) {
            return scan.refusal();
        }
        Element root = scan.root().get();
        Optional<Element> channel = root.children("", "channel").stream().findFirst();
        String title = channel.flatMap(one -> one.children("", "title").stream().findFirst())
                .map(Element::text)
                .orElse("");
        long items = channel.map(one -> one.children("", "item").size()).orElse(0);
        return size(root) + " elements, " + depth(root) + " deep, "
                + root.text().length() + " characters, title '"
                + (title.length() > 60 ? title.substring(0, 60) + "…" : title) + "', " + items + " items";
    }

    private static int size(Element element) {
        return 1 + element.children().mapToInt(HostileTest::size).sum();
    }

    private static int depth(Element element) {
        return 1 + element.children().mapToInt(HostileTest::depth).max().orElse(0);
    }
}
