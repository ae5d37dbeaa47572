package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

    /** What it loads is what the launcher's archive holds. */
    @Test
    void loadsTheClassesOfAFirstPageOfFilesAndOfADemo() throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded");
        Process training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:disable",
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainingRun.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        assertThat(training.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(training.exitValue()).isZero();
        assertThat(Files.readString(loaded))
                .contains(
                        " gazette.studio.StoryRows ",
                        " org.eclipse.jetty.server.Server ",
                        " gazette.cli.PreviewFiles ",
                        " gazette.digest.DigestRun ",
                        " com.icegreen.greenmail.smtp.SmtpServer ");
    }
}
