package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages and the feeds that they name. Run with {@code -Dgolden=write} to rewrite what is expected. */
final class DiscoveryTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/feed/pages");
    private static final URI ADDRESS = URI.create("https://journal.example.org/rubrique/page.html");

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPageGivesUpItsFeeds(Path page) throws IOException {
        String account = Discovery.feeds(Files.readAllBytes(page), Optional.of("text/html"), ADDRESS).stream()
                .map(found -> found.address() + " «" + found.title() + "» " + found.type() + "\n")
                .collect(Collectors.joining());
        Path expected = page.resolveSibling(String.valueOf(page.getFileName()).replace(".html", ".expected"));

        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(expected, account, UTF_8);
        }
        assertThat(account).isEqualTo(Files.exists(expected) ? Files.readString(expected, UTF_8) : "-");
    }

    @Test
    void theServersCharsetGoesBeforeThatOfThePage() {
        String page = "<meta charset=utf-8><link rel=alternate type=application/rss+xml title='Été' href=/a.xml>";

        List<Discovery.Found> found = Discovery.feeds(
                page.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                Optional.of("text/html; charset=\"ISO-8859-1\""),
                ADDRESS);

        assertThat(found).extracting(Discovery.Found::title).containsExactly("Été");
    }

    @Test
    void noPageMakesItFail() throws IOException {
        for (Path page : pages().toList()) {
            byte[] octets = Files.readAllBytes(page);
            for (int seed = 0; seed < 200 && octets.length > 0; seed++) {
                Random chance = new Random(seed);
                byte[] bent = octets.clone();
                for (int i = 0; i < 5; i++) {
                    bent[chance.nextInt(bent.length)] = (byte) chance.nextInt(256);
                }
                assertThat(Discovery.feeds(bent, Optional.of("text/html; charset=" + seed), ADDRESS))
                        .as("%s, seed %s", page, seed)
                        .hasSizeLessThanOrEqualTo(20);
            }
        }
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }
}
