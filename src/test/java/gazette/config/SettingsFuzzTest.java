package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.mail.HeaderText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFuzzTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/config");
    private static final String STRANGE =
            "\t\n\r :-[]{}'\"*&!|>%@`#?,~\\0159abé\u00A0\u2028\u0000\u0007\uFEFF\uD83D\uDE00\uD800";

    @TempDir
    private Path temp;

    @Test
    void whateverBecomesOfTheFileItGivesSettingsOrProblems() throws IOException {
        Workspace workspace = new Workspace(temp);
        List<String> seeds = seeds();
        Random chance = new Random(1_202);

        for (int i = 0; i < 2_500; i++) {
            String yaml = mutated(seeds.get(chance.nextInt(seeds.size())), chance);
            SettingsReading reading = workspace.read(yaml);

            assertThat(reading.settings().isPresent())
                    .as(yaml)
                    .isEqualTo(reading.problems().isEmpty());
            assertThat(reading.problems()).as(yaml).allSatisfy(problem -> {
                assertThat(HeaderText.hasControl(problem.toString())).isFalse();
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
            });
        }
    }

    @Test
    void noiseInTheOctetsGivesSettingsOrProblemsToo() throws IOException {
        Workspace workspace = new Workspace(temp);
        Random chance = new Random(2_021);
        byte[] seed = Files.readAllBytes(FOLDER.resolve("02-everything.yaml"));

        for (int i = 0; i < 800; i++) {
            byte[] octets = seed.clone();
            for (int n = chance.nextInt(4); n >= 0; n--) {
                octets[chance.nextInt(octets.length)] = (byte) chance.nextInt(256);
            }
            SettingsReading reading = workspace.read(octets, Map.of());

            assertThat(reading.settings().isPresent())
                    .isEqualTo(reading.problems().isEmpty());
        }
    }

    @Test
    void whateverIsInTheEnvironmentGivesSettingsOrProblems() throws IOException {
        Workspace workspace = new Workspace(temp);
        byte[] seed = Files.readAllBytes(FOLDER.resolve("01-minimal.yaml"));
        List<String> names = List.of(
                "STORE",
                "PICK_UP_EVERY",
                "SMTP_HOST",
                "SMTP_PORT",
                "SMTP_TLS",
                "WEB_LISTEN",
                "WEB_URL",
                "SMTP_USER",
                "SMTP_PASSWORD_FILE",
                "SMTP_TIMEOUTS_REPLY");
        Random chance = new Random(2_120);

        for (int i = 0; i < 800; i++) {
            String value = mutated("https://[::1]:80/1m30s secrets/smtp", chance);
            String name = "GAZETTE_" + names.get(chance.nextInt(names.size()));
            SettingsReading reading = workspace.read(seed, Map.of(name, value));

            assertThat(reading.settings().isPresent())
                    .isEqualTo(reading.problems().isEmpty());
            assertThat(reading.problems())
                    .allSatisfy(
                            p -> assertThat(HeaderText.hasControl(p.toString())).isFalse());
        }
    }

    private static List<String> seeds() throws IOException {
        List<String> seeds =
                new ArrayList<>(List.of(Files.readString(Path.of(SettingsFile.NAME), StandardCharsets.UTF_8)));
        for (String name : SettingsGoldenTest.cases()) {
            seeds.add(new String(Files.readAllBytes(FOLDER.resolve(name + ".yaml")), StandardCharsets.ISO_8859_1));
        }
        return seeds;
    }

    private static String mutated(String seed, Random chance) {
        StringBuilder text = new StringBuilder(seed);
        for (int n = chance.nextInt(5); n >= 0; n--) {
            int at = chance.nextInt(text.length() + 1);
            int until = Math.min(text.length(), at + chance.nextInt(20));
            switch (chance.nextInt(4)) {
                case 0 -> text.insert(at, STRANGE.charAt(chance.nextInt(STRANGE.length())));
                case 1 -> text.delete(at, until);
                case 2 -> text.insert(chance.nextInt(text.length() + 1), text.substring(at, until));
                default -> text.setLength(chance.nextInt(20) == 0 ? at : text.length());
            }
        }
        return text.toString();
    }
}
