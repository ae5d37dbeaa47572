package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A feed of the golden folder: {@code NNN-name.xml} or {@code .json}, what is expected of it in {@code .expected}, what
 * the server says it is in {@code .type} where that matters, and in {@code .why} what is odd about it.
 */
record GoldenFeed(Path file) {
    static final Path FOLDER = Path.of("src/test/resources/gazette/feed/feeds");

    /** Where every one of them is said to come from. */
    static final URI ADDRESS = URI.create("https://example.org/feeds/feed.xml");

    static List<GoldenFeed> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file ->
                            file.toString().endsWith(".xml") || file.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldenFeed::new)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] octets() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How long this thread has worked, in nanoseconds: other work on the machine does not count. */
    static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    FeedReading read() {
        return FeedReader.read(octets(), contentType(), ADDRESS);
    }

    /** Whether a reading is expected, and not a refusal. */
    boolean isReadable() {
        return !expected().startsWith("refused");
    }

    String expected() {
        return beside(".expected").orElse("");
    }

    void expect(String account) {
        try {
            Files.writeString(sibling(".expected"), account, UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(file.getFileName());
    }

    private Optional<String> contentType() {
        return beside(".type").map(String::strip);
    }

    private Optional<String> beside(String ending) {
        try {
            Path sibling = sibling(ending);
            return Files.exists(sibling) ? Optional.of(Files.readString(sibling, UTF_8)) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path sibling(String ending) {
        return FOLDER.resolve(toString().replaceAll("\\.(xml|json)$", ending));
    }
}
