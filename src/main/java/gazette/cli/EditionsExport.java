package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.DispatchExport;
import gazette.delivery.DispatchState;
import gazette.edition.EditionId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code gazette editions export}. */
final class EditionsExport implements Command {
    /** How the rows are written. */
    enum Format {
        CSV,
        JSONL
    }

    private final Gazette gazette;
    private String edition = "";
    private Set<DispatchState> states = EnumSet.allOf(DispatchState.class);
    private Optional<Format> format = Optional.empty();
    private Optional<Path> file = Optional.empty();

    EditionsExport(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named("export", "What became of everybody an edition was owed to, one row each.");
        syntax.list(
                "--state",
                "STATE",
                "Only these (default: all): ${COMPLETION-CANDIDATES}.",
                DispatchState.class,
                value -> states = Set.copyOf(value));
        syntax.option(
                "--format",
                "FORMAT",
                "csv or jsonl (default: csv; jsonl with --json).",
                Format.class,
                value -> format = Optional.of(value));
        syntax.option(
                "-o, --out",
                "FILE",
                "Write there (default: standard output).",
                Path.class,
                value -> file = Optional.of(value));
        syntax.needed("[NEWSLETTER/]N", "The edition.", value -> edition = value);
        syntax.footer(
                "",
                "Columns: address, state, reason, attempts, answered_at, words, not_before. Times are ISO 8601 in UTC; words are",
                "the last answer of the reader's server as it was given.",
                "",
                "Examples:",
                "  gazette editions export 128 -o 128.csv",
                "  gazette editions export 128 --state rejected,expired --format jsonl");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        EditionId id = EditionName.read(settings, edition);
        try (Workspace workspace = gazette.lookAt(settings)) {
            EditionName.known(workspace, id);
            if (file.isEmpty()) {
                write(workspace, id, gazette.surroundings().out());
                return ExitCode.DONE;
            }
            Path target = gazette.surroundings().folder().resolve(file.get());
            long rows = writeFile(workspace, id, target);
            gazette.screen()
                    .answer(
                            Map.of("edition", id.toString(), "rows", rows, "file", target.toString()),
                            List.of(rows + " rows in " + file.get()));
        }
        return ExitCode.DONE;
    }

    private long writeFile(Workspace workspace, EditionId id, Path target) {
        try (PrintStream out = new PrintStream(Files.newOutputStream(target), false, StandardCharsets.UTF_8)) {
            return write(workspace, id, out);
        } catch (IOException unwritable) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    target + " cannot be written. Name a file in a folder that is there and yours: -o FILE");
        }
    }

    private long write(Workspace workspace, EditionId id, PrintStream out) {
        boolean json = format.map(chosen -> chosen == Format.JSONL)
                .orElse(gazette.screen().options().json());
        DispatchExport export = json ? DispatchExport.jsonLines(out, Screen::onOneLine) : DispatchExport.csv(out);
        workspace.store().outbox().each(id, states, export::row);
        out.flush();
        if (out.checkError()) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    "The export was not written to its end: whoever read it has gone, or the disk is full.");
        }
        return export.rows();
    }
}
