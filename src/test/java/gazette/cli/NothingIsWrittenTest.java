package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preview, test, dry run and parse leave the workspace, store included, octet for octet as it was. */
final class NothingIsWrittenTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void inAWorkspaceThatWasNeverUsed() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port())).article("un.txt", "Un titre");

            everyCommandThatOnlyLooksChangesNothing(smtp);
        }
    }

    @Test
    void inAWorkspaceThatHasSentAnEdition() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(smtp.port()));
            workspace.article("un.txt", "Un titre");
            Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette");
            workspace.article("deux.txt", "Un autre titre");
            workspace.readers(5);

            everyCommandThatOnlyLooksChangesNothing(smtp);
        }
    }

    private void everyCommandThatOnlyLooksChangesNothing(TallyingSmtp smtp) {
        SortedMap<String, String> before = contents();
        int arrived = smtp.arrived().size();

        Typed preview = Typed.in(folder, "preview", "--out", elsewhere.toString());
        Typed.in(folder, "preview", "--out", elsewhere.toString(), "--last", "3", "--persona", "no-name");
        Typed.in(folder, "preview", "--out", elsewhere.toString(), "--since", "2026-11-01", "--as-of", "2027-01-01");
        Typed.in(folder, "preview", "--out", elsewhere.toString(), "--persona", "reader-1@example.org");
        Typed dryRun = Typed.in(folder, "send", "la-gazette", "--dry-run");
        Typed test = Typed.in(folder, "test", "la-gazette", "--to", "reader-7@example.org");
        Typed parse = Typed.in(folder, "articles", "parse", "articles/un.txt");
        Typed.in(folder, "editions", "ls");
        Typed.in(folder, "articles", "ls");
        Typed.in(folder, "articles", "ls", "--why");
        Typed.in(folder, "sources", "ls");
        Typed.in(folder, "sources", "export");
        Typed.in(folder, "sources", "add", "la-gazette", "http://127.0.0.1:1/rss.xml");
        Typed check = Typed.in(folder, "check");
        Typed.in(folder, "check", "--personas", "all");
        Typed.in(folder, "check", "la-gazette", "--sarif");
        Typed.in(folder, "subscribers", "ls");
        Typed.in(folder, "subscribers", "export");
        Typed.in(folder, "schedule", "ls");
        Typed.in(folder, "config", "show");

        assertThat(preview.code()).as(preview.err()).isEqualTo(ExitCode.DONE);
        assertThat(dryRun.code()).as(dryRun.err()).isEqualTo(ExitCode.DONE);
        assertThat(test.code()).as(test.err()).isEqualTo(ExitCode.DONE);
        assertThat(check.code()).as(check.err()).isEqualTo(ExitCode.DONE);
        assertThat(parse.code()).as(parse.err()).isEqualTo(ExitCode.DONE);
        assertThat(smtp.arrived()).as("the test message alone").hasSize(arrived + 1);
        assertThat(contents()).isEqualTo(before);
    }

    private SortedMap<String, String> contents() {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
            return contents;
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
