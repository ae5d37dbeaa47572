package gazette.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code NN-name.csv}: its rows and problems, or why it is refused as a whole, in {@code NN-name.expected}. */
final class SubscriberListGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/subscriber/lists");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - ".csv".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aListGivesItsRowsAndSaysWhichItCannotRead(String name) throws IOException {
        String seen = shown(FOLDER.resolve(name + ".csv"));

        Path expected = FOLDER.resolve(name + ".expected");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, seen, StandardCharsets.UTF_8);
        }
        assertThat(seen).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }

    private static String shown(Path file) {
        List<String> lines = new ArrayList<>();
        try {
            ListReading reading = ListReading.of(file);
            reading.problems().forEach(p -> lines.add("line " + p.line() + ": " + p.what()));
            reading.rows()
                    .forEach(row -> lines.add(row.line() + " " + row.address() + " [" + row.name() + "] "
                            + row.language() + " " + row.topics() + " " + row.cadence() + " " + row.since() + " "
                            + new TreeMap<>(row.fields())));
        } catch (ListUnreadable refused) {
            lines.add("REFUSED " + refused.getMessage());
        }
        return String.join("\n", lines) + "\n";
    }
}
