package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code NN-name.yaml}, perhaps with variables in {@code NN-name.env}: the problems or the values in {@code .expected}. */
final class SettingsGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/config");

    @TempDir
    private Path temp;

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void settingsGiveWhatIsExpectedOfThem(String name) throws IOException {
        byte[] yaml = Files.readAllBytes(FOLDER.resolve(name + ".yaml"));

        String seen = shown(new Workspace(temp).read(yaml, environment(name)));

        Path expected = FOLDER.resolve(name + ".expected");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, seen, StandardCharsets.UTF_8);
        }
        assertThat(seen).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }

    @Test
    void thereAreEnoughCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static Map<String, String> environment(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".env");
        Map<String, String> variables = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] parts = line.split("=", 2);
                variables.put(parts[0], parts[1]);
            }
        }
        return variables;
    }

    private String shown(SettingsReading reading) {
        assertThat(reading.settings().isPresent()).isEqualTo(reading.problems().isEmpty());
        List<String> lines = new ArrayList<>();
        reading.problems().forEach(problem -> lines.add(problem.toString()));
        reading.settings().ifPresent(settings -> {
            reading.values().forEach(v -> lines.add(v.path() + " = " + v.value() + "   (" + v.origin() + ")"));
            lines.add("");
            settings.newsletters().forEach(newsletter -> lines.add(newsletter.toString()));
            lines.add(settings.smtp().toString());
            settings.dkim().ifPresent(dkim -> lines.add(dkim.toString()));
            lines.add(settings.web().toString());
            lines.add(settings.store() + " " + settings.pickUpEvery());
        });
        return String.join("\n", lines).replace(temp.toString(), "WORKSPACE") + "\n";
    }
}
