package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingRunTest {
    @TempDir
    private Path folder;

    @Test
    void goesThroughWhatPeopleWaitFor() throws IOException {
        assertThat(new TrainingRun(folder).isWhole()).isTrue();

        assertThat(folder.resolve("draft/la-gazette-1.html")).isNotEmptyFile();
        assertThat(folder.resolve("newsroom/data"))
                .as("what was looked at only")
                .doesNotExist();
        assertThat(folder.resolve("sent/data/gazette.db")).isNotEmptyFile();
    }
}
