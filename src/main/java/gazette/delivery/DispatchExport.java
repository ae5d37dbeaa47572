package gazette.delivery;

import gazette.subscriber.CsvLine;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Dispatches as CSV or as JSON lines, one after the other, with the same names for both. For one thread. */
public final class DispatchExport {
    private static final List<String> COLUMNS =
            List.of("address", "state", "reason", "attempts", "answered_at", "words", "not_before");

    private final Consumer<DispatchRow> writer;
    private long rows;

    private DispatchExport(Consumer<DispatchRow> writer) {
        this.writer = writer;
    }

    /** Records of {@link CsvLine}: formulas are made harmless. */
    public static DispatchExport csv(PrintStream out) {
        out.print(CsvLine.of(COLUMNS));
        return new DispatchExport(row -> {
            List<String> cells = new ArrayList<>();
            values(row).values().forEach(value -> cells.add(value.toString()));
            out.print(CsvLine.of(cells));
        });
    }

    /**
     * One document a line; what a dispatch does not have is left out.
     *
     * @param json writes a document on one line
     */
    public static DispatchExport jsonLines(PrintStream out, Function<Map<String, Object>, String> json) {
        return new DispatchExport(row -> {
            Map<String, Object> document = new LinkedHashMap<>(values(row));
            document.values().removeIf(""::equals);
            out.print(json.apply(document) + "\n");
        });
    }

    public void row(DispatchRow row) {
        writer.accept(row);
        rows++;
    }

    /** How many were written. */
    public long rows() {
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
