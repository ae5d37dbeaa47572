package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of feeds as programs export them. Run with {@code -Dgolden=write} to rewrite what is expected. */
final class OpmlTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/feed/opml");

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void everyListIsReadAsItWasMeant(Path list) throws IOException {
        String account = account(Opml.read(Files.readAllBytes(list)));
        Path expected = list.resolveSibling(String.valueOf(list.getFileName()).replace(".opml", ".expected"));

        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(expected, account, UTF_8);
        }
        assertThat(account).isEqualTo(Files.exists(expected) ? Files.readString(expected, UTF_8) : "-");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void whatWasWrittenIsReadAsTheSame(Path list) throws Exception {
        Opml read = Opml.read(Files.readAllBytes(list));

        byte[] written = read.text().getBytes(UTF_8);
        Opml again = Opml.read(written);

        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(written));
        assertThat(again).isEqualTo(new Opml(read.title(), read.feeds(), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void noListMakesItFail(Path list) throws IOException {
        byte[] octets = Files.readAllBytes(list);
        for (int seed = 0; seed < 200 && octets.length > 0; seed++) {
            Random chance = new Random(seed);
            byte[] bent = octets.clone();
            for (int i = 0; i < 5; i++) {
                bent[chance.nextInt(bent.length)] = (byte) chance.nextInt(256);
            }
            Opml read = Opml.read(bent);
            assertThat(Opml.read(read.text().getBytes(UTF_8)).feeds())
                    .as("%s, seed %s", list, seed)
                    .isEqualTo(read.feeds());
        }
    }

    private static String account(Opml list) {
        return "title    " + list.title() + "\n"
                + list.problems().stream()
                        .map(problem -> "problem  " + problem + "\n")
                        .collect(Collectors.joining())
                + list.feeds().stream()
                        .map(feed -> "feed     " + feed.address() + " «" + feed.title() + "» home "
                                + feed.home().map(Object::toString).orElse("(none)") + " in "
                                + (feed.category().isEmpty() ? "(none)" : feed.category()) + "\n")
                        .collect(Collectors.joining());
    }

    static Stream<Path> lists() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".opml")).sorted().toList().stream();
        }
    }
}
