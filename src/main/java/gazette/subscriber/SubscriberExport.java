package gazette.subscriber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A newsletter's subscriptions as a CSV file (RFC 4180 section 2) that {@link SubscriberList} reads back. A cell that a
 * spreadsheet would take for a formula has an apostrophe in front, which reading takes off again.
 */
public final class SubscriberExport {
    private final Appendable out;
    private final List<String> fields;

    private SubscriberExport(Appendable out, Set<String> fields) {
        this.out = out;
        this.fields = List.copyOf(fields);
    }

    /**
     * Writes every subscription of {@code newsletter}, ended ones too, in the order of addresses, with a column for each
     * field that any of them has. Goes through them twice, one at a time; a field that comes up for the first time
     * between the two is left out. How many were written.
     *
     * @throws UncheckedIOException when {@code out} cannot be written to
     */
    public static long write(Subscribers subscribers, String newsletter, Appendable out) {
        Set<String> fields = new TreeSet<>();
        subscribers.each(newsletter, row -> fields.addAll(row.fields().keySet()));
        SubscriberExport export = new SubscriberExport(out, fields);
        export.headings();
        long[] rows = {0};
        subscribers.each(newsletter, row -> {
            export.row(row);
            rows[0]++;
        });
        return rows[0];
    }

    private void headings() {
        List<String> cells = new ArrayList<>(Headings.OWN);
        cells.addAll(fields);
        write(cells);
    }

    private void row(Subscribers.Row row) {
        List<String> cells = new ArrayList<>(List.of(
                row.address().toString(),
                row.name(),
                row.language(),
                String.join("|", row.topics()),
                row.cadence(),
                row.since(),
                row.state().name(),
                row.endedBy().map(EndedBy::name).orElse("")));
        fields.forEach(field -> cells.add(row.fields().getOrDefault(field, "")));
        write(cells);
    }

    private void write(List<String> cells) {
        try {
            out.append(CsvLine.of(cells));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the subscribers cannot be written out", unwritable);
        }
    }
}
