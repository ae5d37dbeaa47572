package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.cli.TestWorkspace.Options;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --json} a command says one document with a version, or a line of it for each thing of a stream. */
final class JsonTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void everyCommandAnswersInJson() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port())).article("un.txt", "Un «titre» à \"guillemets\"");

            for (List<String> command : List.of(
                    List.of("version"),
                    List.of("config", "show"),
                    List.of("config", "validate"),
                    List.of("schedule", "ls"),
                    List.of("schedule", "next"),
                    List.of("articles", "parse", "articles/un.txt"),
                    List.of("articles", "fetch"),
                    List.of("articles", "ls"),
                    List.of("preview", "--out", elsewhere.toString()),
                    List.of("test", "la-gazette", "--to", "reader-9@example.org"),
                    List.of("send", "la-gazette", "--dry-run"),
                    List.of("send", "la-gazette", "--confirm", "la-gazette"),
                    List.of("editions", "ls"),
                    List.of("editions", "show", "1"),
                    List.of("editions", "resume", "1"),
                    List.of("subscribers", "import", "la-gazette"),
                    List.of("subscribers", "remove", "la-gazette", "reader-3@example.org"),
                    List.of("init", elsewhere.resolve("new").toString()),
                    List.of("demo", "--once", "--no-open"))) {
                Typed typed = typed(command);

                assertThat(typed.code()).as("%s: %s", command, typed.err()).isEqualTo(ExitCode.DONE);
                assertThat(document(typed.out())).as("%s", command).containsEntry("version", 1);
            }
        }
    }

    @Test
    void listsOfReadersAreALineEach() throws IOException {
        TestWorkspace.make(folder, Options.smtp(2525));
        Typed.in(folder, "subscribers", "import", "la-gazette");

        for (String command : List.of("ls", "export")) {
            List<String> lines = Typed.in(folder, "subscribers", command, "--json")
                    .out()
                    .lines()
                    .toList();

            assertThat(lines).hasSize(3);
            for (String line : lines) {
                assertThat(document(line)).containsEntry("version", 1).containsEntry("state", "CONFIRMED");
            }
        }
    }

    @Test
    void theTallyOfASendAddsUp() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port())).article("un.txt", "Un titre");

            Map<String, Object> sent = document(typed(List.of("send", "la-gazette", "--confirm", "la-gazette"))
                    .out());

            assertThat(sent).containsEntry("edition", "la-gazette/1");
            assertThat((Map<?, ?>) sent.get("tally"))
                    .isEqualTo(Map.of(
                            "audience", 3,
                            "accepted", 3,
                            "rejected", 0,
                            "expired", 0,
                            "suppressed", 0,
                            "inDoubt", 0,
                            "waiting", 0,
                            "deferred", 0));
        }
    }

    private Typed typed(List<String> command) {
        return Typed.in(
                folder,
                java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of("--json"))
                        .toArray(String[]::new));
    }

    private static Map<String, Object> document(String json) throws IOException {
        return JSON.std.mapFrom(json);
    }
}
