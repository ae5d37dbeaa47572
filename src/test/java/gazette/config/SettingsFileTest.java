package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFileTest {
    @TempDir
    private Path temp;

    @Test
    void aFolderWithoutSettingsIsToldOfInit() {
        SettingsReading reading = SettingsFile.read(temp, Map.of(), Workspace::cronObjection);

        assertThat(reading.problems())
                .extracting(SettingsProblem::toString)
                .containsExactly("gazette.yaml: there is none in " + temp
                        + ": make one with `gazette init`, or name the workspace's folder with -C");
    }

    @Test
    void aFolderInPlaceOfTheFileIsAProblemAndNoException() throws IOException {
        Files.createDirectory(temp.resolve(SettingsFile.NAME));

        SettingsReading reading = SettingsFile.read(temp, Map.of(), Workspace::cronObjection);

        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().get(0).what()).startsWith("it cannot be read");
    }

    @Test
    void aFileOfBracketsThatWouldBreakAStackIsRefused() throws IOException {
        SettingsReading reading = new Workspace(temp).read("newsletters: " + "[".repeat(200_000));

        assertThat(reading.problems())
                .extracting(SettingsProblem::what)
                .containsExactly("brackets or keys nest too deep");
    }

    @Test
    void aLongFileIsNotTakenForADeepOne() throws IOException {
        String yaml = Files.readString(Path.of("src/test/resources/gazette/config/01-minimal.yaml"));

        SettingsReading reading = new Workspace(temp).read(yaml + "odd: [" + "[], ".repeat(200) + "[]]\n");

        assertThat(reading.problems())
                .extracting(SettingsProblem::what)
                .isNotEmpty()
                .noneMatch(what -> what.contains("too deep"));
    }

    @Test
    void pathsAreAbsoluteAndTheWorkspaces() throws IOException {
        String yaml = Files.readString(Path.of("src/test/resources/gazette/config/01-minimal.yaml"));

        Settings settings = new Workspace(temp).read(yaml).settings().orElseThrow();

        assertThat(settings.workspace()).isAbsolute().isEqualTo(temp.toAbsolutePath());
        assertThat(settings.store()).isEqualTo(temp.resolve("data/gazette.db"));
    }
}
