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
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE);
                WebSite site = WebSite.journal()) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un «titre» à \"guillemets\"");
            workspace.write("rss.xml", WebSite.rss(2));
            workspace.write("more/README", "");
            workspace.write(
                    "feeds.opml",
                    "<opml version=\"2.0\"><body><outline xmlUrl=\"" + site.at("/rss.xml") + "\"/></body></opml>");

            for (List<String> command : List.of(
                    List.of("version"),
                    List.of("config", "show"),
                    List.of("config", "validate"),
                    List.of("schedule", "ls"),
                    List.of("schedule", "next"),
                    List.of("articles", "parse", "articles/un.txt"),
                    List.of("articles", "fetch"),
                    List.of("articles", "ls"),
                    List.of("articles", "ls", "--why"),
                    List.of("articles", "parse", "rss.xml"),
                    List.of("sources", "ls"),
                    List.of("sources", "add", "la-gazette", "more"),
                    List.of("sources", "remove", "la-gazette", "more"),
                    List.of("sources", "add", "la-gazette", site.at("/"), "--allow-private", "127.0.0.1"),
                    List.of("sources", "import", "la-gazette", "feeds.opml"),
                    List.of("sources", "export"),
                    List.of("sources", "remove", "la-gazette", site.at("/rss.xml")),
                    List.of("check"),
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
