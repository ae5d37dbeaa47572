package gazette.studio;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.delivery.DispatchExport;
import gazette.delivery.DispatchRow;
import gazette.delivery.DispatchState;
import gazette.edition.EditionId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What became of everybody an edition was owed to, as a file that is written while it is read. */
final class EditionExports implements StudioPages {
    /** Of every document, as the command line writes it. */
    private static final int JSON_VERSION = 1;

    /** Whether anybody still reads is asked once in so many rows. */
    private static final int BETWEEN_LOOKS = 1_000;

    private final Desk desk;

    EditionExports(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(
                EditionAddress.PATTERN + "/readers.csv",
                context -> answer(context, "csv", "text/csv; charset=utf-8", DispatchExport::csv));
        routes.read(
                EditionAddress.PATTERN + "/readers.jsonl",
                context -> answer(
                        context,
                        "jsonl",
                        "application/x-ndjson; charset=utf-8",
                        out -> DispatchExport.jsonLines(out, EditionExports::json)));
    }

    /** Whoever asked has gone: nothing is left to do. */
    private static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void answer(Context context, String ending, String type, Function<PrintStream, DispatchExport> export) {
        Optional<EditionId> found = EditionAddress.read(context)
                .filter(id -> desk.workbench().editions().summary(id).isPresent());
        if (found.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        EditionId edition = found.get();
        String file = edition.newsletter() + "-" + edition.number() + "." + ending;
        context.contentType(type).header("Content-Disposition", "attachment; filename=\"" + file + "\"");
        if (!context.method().equals(HandlerType.HEAD)) {
            write(
                    edition,
                    states(context),
                    new PrintStream(context.outputStream(), false, StandardCharsets.UTF_8),
                    export);
        }
    }

    private void write(
            EditionId edition, Set<DispatchState> states, PrintStream out, Function<PrintStream, DispatchExport> form) {
        DispatchExport export = form.apply(out);
        try {
            desk.workbench().outbox().each(edition, states, row -> write(export, row, out));
            out.flush();
        } catch (Gone nobodyReads) {
            out.close();
        }
    }

    private static void write(DispatchExport export, DispatchRow row, PrintStream out) {
        export.row(row);
        if (export.rows() % BETWEEN_LOOKS == 0 && out.checkError()) {
            throw new Gone();
        }
    }

    private static Set<DispatchState> states(Context context) {
        return Word.of(context, "state", List.of(DispatchState.values()), EditionWords::word)
                .<Set<DispatchState>>map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(DispatchState.class));
    }

    private static String json(Map<String, Object> row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", JSON_VERSION);
        document.putAll(row);
        try {
            return JSON.std.asString(document);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
