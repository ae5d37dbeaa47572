package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {
    @TempDir
    private Path folder;

    private Typed typed(String... words) {
        return Typed.in(folder, words);
    }

    @Test
    void ofAllItListsEveryCommand() {
        Typed help = typed("help");

        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.out())
                .startsWith("Usage: gazette [-hqvV]")
                .contains("  demo  ", "  editions  ", "  version  ", "  help  ", "gazette preview --out draft");
        assertThat(typed("--help").out()).isEqualTo(help.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "preview", "sources", "version", "help"})
    void ofOneItSaysWhatTheCommandItselfSays(String command) {
        Typed help = typed("help", command);

        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).startsWith("Usage: gazette " + command + " ").contains("--no-color");
        if (!command.equals("help")) {
            assertThat(typed(command, "--help").out()).isEqualTo(help.out());
        }
    }

    @Test
    void anUnknownCommandIsNamedWithTheNextOne() {
        Typed help = typed("help", "snd");

        assertThat(help.code()).isEqualTo(ExitCode.USAGE);
        assertThat(help.err()).contains("There is no command «snd». Did you mean «send»?");
    }

    @Test
    void theVersionIsTheSameEitherWay() {
        assertThat(typed("-V").out())
                .startsWith("Gazette ")
                .isEqualTo(typed("version").out());
        assertThat(typed("send", "-V").out()).isEqualTo(typed("-V").out());
    }
}
