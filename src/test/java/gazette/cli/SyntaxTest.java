package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What is described to picocli arrives where it was to go, and nothing else does. */
final class SyntaxTest {
    @TempDir
    private Path folder;

    /** Writes down what it is given. */
    private static final class Recorder implements Command {
        private final List<String> taken = new ArrayList<>();
        private List<String> words = List.of("unset");
        private List<String> all = List.of("unset");

        @Override
        public void describe(Syntax syntax) {
            syntax.named("record", "Writes down what it is given.");
            syntax.flag("-f, --flag", "A flag.", value -> taken.add("flag " + value));
            syntax.option("--text", "TEXT", "A text.", value -> taken.add("text " + value));
            syntax.option("--file", "FILE", "A file.", Path.class, value -> taken.add("file " + value));
            syntax.option(
                    "--day",
                    "",
                    "One of ${COMPLETION-CANDIDATES}.",
                    DayOfWeek.class,
                    value -> taken.add("day " + value));
            syntax.port("--port", "N", "A port.", value -> taken.add("port " + value));
            syntax.list("--word", "WORD", "Words.", String.class, value -> words = value);
            syntax.needed("FIRST", "The first.", value -> taken.add("first " + value));
            syntax.parameter("SECOND", "The second.", value -> taken.add("second " + value));
            syntax.rest("ALL", "All others.", value -> all = value);
            syntax.footer("", "The end.");
        }

        @Override
        public ExitCode call() {
            return ExitCode.DONE;
        }
    }

    private static Recorder of(String... line) {
        Recorder recorder = new Recorder();
        new CommandLine(Syntax.of(recorder)).parseArgs(line);
        return recorder;
    }

    @Test
    void whatIsOnTheLineIsTakenAndWhatIsNotIsNot() {
        Recorder recorder = of("one", "two", "three", "four", "--text", "a b", "--file", "x/y", "-f");

        assertThat(recorder.taken)
                .containsExactlyInAnyOrder("flag true", "text a b", "file x/y", "first one", "second two");
        assertThat(recorder.all).containsExactly("three", "four");
        assertThat(recorder.words).containsExactly("unset");
    }

    @Test
    void aListIsGivenWithCommasOrAgain() {
        assertThat(of("one", "two", "three", "--word", "a,b", "--word", "c").words)
                .containsExactly("a", "b", "c");
    }

    @Test
    void whatIsWrongIsSaidInItsWords() {
        assertThatThrownBy(() -> of("one", "two", "three", "--port", "70000"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("'70000' is no port");
        assertThatThrownBy(() -> of("one", "two", "three", "--day", "NODAY"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("MONDAY");
        assertThatThrownBy(() -> of("--flag"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("Missing required parameters: 'FIRST'");
        assertThatThrownBy(() -> of("one", "two", "three", "--flag=maybe")).isInstanceOf(ParameterException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "articles parse                   | FILE",
                "sources add la-gazette           | URL",
                "subscribers remove la-gazette    | ADDRESS",
                "editions show                    | [NEWSLETTER/]N",
                "test la-gazette                  | --to=ADDRESS"
            })
    void whatMayNotBeLeftOutIsAskedFor(String line, String missing) {
        Typed typed = Typed.in(folder, line.strip().split(" "));

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).startsWith("Missing required ").contains(missing.strip());
    }

    @Test
    void theHelpNamesAllOfIt() {
        assertThat(new CommandLine(Syntax.of(new Recorder())).getUsageMessage())
                .contains("Usage: record", "Writes down what it is given.")
                .contains("-f, --flag", "--text=TEXT", "--word=WORD[,WORD...]", "One of MONDAY, TUESDAY")
                .contains("FIRST", "[SECOND]", "ALL...")
                .endsWith("The end." + System.lineSeparator());
    }

    @Test
    void whatIsSharedEveryCommandTakesBeforeAndAfterItsName() {
        List<String> said = new ArrayList<>();
        Recorder recorder = new Recorder();
        CommandLine line = new CommandLine(Syntax.ofAll(syntax -> {
            syntax.named("all", "All of them.");
            syntax.option("--own", "X", "Not shared.", value -> said.add("own " + value));
            syntax.shared();
            syntax.flag("--loud", "Shared.", value -> said.add("loud " + value));
            syntax.help();
        }));
        line.addSubcommand(new CommandLine(Syntax.of(recorder)));

        line.parseArgs("--loud", "record", "one", "two", "three");
        line.parseArgs("--own", "x", "record", "one", "two", "three", "--loud");

        assertThat(said).containsExactly("loud true", "own x", "loud true");
        assertThat(line.parseArgs("record", "--help").subcommand().isUsageHelpRequested())
                .isTrue();
        assertThat(line.parseArgs("-V").isVersionHelpRequested()).isTrue();
        assertThatThrownBy(() -> line.parseArgs("record", "one", "two", "three", "--own", "x"))
                .isInstanceOf(ParameterException.class);
    }
}
