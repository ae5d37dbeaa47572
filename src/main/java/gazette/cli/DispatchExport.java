package gazette.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.delivery.DispatchRow;
import gazette.delivery.SuppressionReason;
import gazette.subscriber.CsvLine;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Dispatches as CSV or as JSON lines, one after the other, with the same names for both. For one thread. */
final class DispatchExport {
    private static final List<String> COLUMNS =
            List.of("address", "state", "reason", "attempts", "answered_at", "words", "not_before");

    private final Consumer<DispatchRow> writer;
    private long rows;

    private DispatchExport(Consumer<DispatchRow> writer) {
        this.writer = writer;
    }

    /** Records of {@link CsvLine}: formulas are made harmless. */
    static DispatchExport csv(PrintStream out) {
        out.print(CsvLine.of(COLUMNS));
        return new DispatchExport(row -> {
            List<String> cells = new ArrayList<>();
            values(row).values().forEach(value -> cells.add(value.toString()));
            out.print(CsvLine.of(cells));
        });
    }

    /** One document a line; what a dispatch does not have is left out. */
    static DispatchExport jsonLines(PrintStream out) {
        return new DispatchExport(row -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("version", Screen.JSON_VERSION);
            document.putAll(values(row));
            document.values().removeIf(""::equals);
            try {
                out.println(JSON.std.asString(document));
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
        });
    }

    void row(DispatchRow row) {
        writer.accept(row);
        rows++;
    }

    /** How many were written. */
    long rows() {
        return rows;
    }

    private static Map<String, Object> values(DispatchRow row) {
        List<Object> values = List.of(
                row.address(),
                row.state().name(),
                row.reason().map(SuppressionReason::name).orElse(""),
                row.attempts(),
                row.answeredAt().map(Instant::toString).orElse(""),
                row.words(),
                row.notBefore().map(Instant::toString).orElse(""));
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            named.put(COLUMNS.get(i), values.get(i));
        }
        return named;
    }
}
