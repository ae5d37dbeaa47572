package gazette.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses as they are written, from the tables in {@code addresses}: a line is a case. */
final class WebAddressTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/article/addresses");
    private static final URI PAGE = URI.create("https://journal.example.org/a/b/page.html?q=1#haut");
    private static final Pattern NUMBERED = Pattern.compile("\\{([0-9a-f]+)}");

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void aReferenceIsReadAsABrowserReadsIt(String line) {
        String[] parts = line.split(" -> ");
        String reference = NUMBERED.matcher(parts[0])
                .replaceAll(number -> Character.toString(Integer.parseInt(number.group(1), 16))
                        .replace("\\", "\\\\"));

        assertThat(WebAddress.resolve(PAGE, reference).map(URI::toString).orElse("-"))
                .isEqualTo(parts[1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tracked")
    void onlyWhatFollowsReadersIsTakenOff(String line) {
        String[] parts = line.split(" -> ");

        assertThat(WebAddress.clean(URI.create(parts[0]))).hasToString(parts[1].equals("=") ? parts[0] : parts[1]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void spellingsOfOneAddressHaveOneKeyAndNoOtherHasIt(String line) {
        String[] sides = line.split(" ! ");
        List<String> same = keys(sides[0]);

        assertThat(same).containsOnly(same.get(0));
        assertThat(keys(sides[1])).doesNotContain(same.get(0));
    }

    @Test
    void withoutAPageOnlyWholeAddressesAreRead() {
        URI nowhere = URI.create("");

        assertThat(WebAddress.resolve(nowhere, "x.html")).isEmpty();
        assertThat(WebAddress.resolve(nowhere, "//example.org/x")).isEmpty();
        assertThat(WebAddress.resolve(URI.create("file:///a/b"), "c")).isEmpty();
        assertThat(WebAddress.resolve(nowhere, "http:example.org/x")).contains(URI.create("http://example.org/x"));
    }

    @Test
    void aPageWithoutAPathHasAddressesBelowIt() {
        assertThat(WebAddress.resolve(URI.create("https://example.org"), "x"))
                .contains(URI.create("https://example.org/x"));
        assertThat(WebAddress.resolve(URI.create("https://example.org?y"), "x"))
                .contains(URI.create("https://example.org/x"));
    }

    @Test
    void anAddressThatNobodyWroteIsNone() {
        assertThat(WebAddress.resolve(PAGE, "x".repeat(9_000))).isEmpty();
    }

    @Test
    void anythingAtAllIsReadOrRefused() {
        Random chance = new Random(7);
        List<String> references = lines("resolve.txt").toList();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder damaged = new StringBuilder(
                    references.get(chance.nextInt(references.size())).split(" -> ")[0]);
            for (int damages = chance.nextInt(5); damages >= 0; damages--) {
                char any = (char) (chance.nextInt(4) == 0 ? chance.nextInt(0x10000) : chance.nextInt(0x80));
                damaged.insert(chance.nextInt(damaged.length() + 1), any);
            }
            String name = "seed 7, round " + round + ": " + damaged;
            WebAddress.resolve(PAGE, damaged.toString()).ifPresent(address -> assertSound(name, address));
        }
    }

    private static void assertSound(String name, URI address) {
        assertThat(address.getScheme()).as(name).isIn("http", "https", "mailto");
        assertThat(address.toString()).as(name).matches("[!-~]+");
        assertThat(WebAddress.resolve(PAGE, address.toString())).as(name).contains(address);
        assertThat(WebAddress.key(WebAddress.clean(address))).as(name).isEqualTo(WebAddress.key(address));
    }

    static Stream<String> references() {
        return lines("resolve.txt");
    }

    static Stream<String> tracked() {
        return lines("clean.txt");
    }

    static Stream<String> spellings() {
        return lines("key.txt");
    }

    private static List<String> keys(String addresses) {
        return Arrays.stream(addresses.split(" \\| "))
                .map(address -> WebAddress.key(URI.create(address)))
                .toList();
    }

    private static Stream<String> lines(String table) {
        try {
            return Files.readAllLines(FOLDER.resolve(table), UTF_8).stream().filter(line -> !line.startsWith("# "));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
