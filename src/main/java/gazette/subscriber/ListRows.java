package gazette.subscriber;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The good rows of a list, one at a time; the bad ones go to the consumer of problems. Closes the file at its end. */
final class ListRows implements Iterator<ListRow> {
    /** In characters; a longer row has lost its line end or a quotation mark. */
    private static final int LONGEST_RECORD = 1 << 18;

    private static final Pattern AT_LINE = Pattern.compile("starting at line (\\d+)");

    private final ListFile file;
    private final List<String> cadences;
    private final Consumer<ListProblem> problems;
    private final CloseableIterator<CsvRecord> records;
    private final Headings headings;
    private Optional<ListRow> ahead;

    /**
     * Opens the file and reads its headings and its first good row.
     *
     * @throws ListUnreadable when it cannot be read or has no column of addresses; {@code next} throws it for a row that
     *     has no end
     */
    ListRows(ListFile file, List<String> cadences, Consumer<ListProblem> problems) {
        this.file = file;
        this.cadences = List.copyOf(cadences);
        this.problems = problems;
        this.records = records(file);
        this.headings = headings();
        this.ahead = seek();
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public ListRow next() {
        ListRow row = ahead.orElseThrow(NoSuchElementException::new);
        ahead = seek();
        return row;
    }

    private static CloseableIterator<CsvRecord> records(ListFile file) {
        try {
            BufferedReader text = file.open();
            return CsvReader.builder()
                    .fieldSeparator(Separator.of(text))
                    .allowUnclosedQuote(false)
                    .trimWhitespacesAroundQuotes(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_RECORD)
                    .build(CsvRecordHandler.of(handler -> handler.maxFieldSize(LONGEST_RECORD)), text)
                    .iterator();
        } catch (IOException unreadable) {
            throw new ListUnreadable(file.file(), "it cannot be read (" + unreadable + ")", unreadable);
        }
    }

    private Headings headings() {
        Optional<CsvRecord> first = record();
        if (first.isEmpty()) {
            throw new ListUnreadable(
                    file.file(), "it is empty: begin it with a row of headings, address,name,language");
        }
        return Headings.read(first.get().getFields(), problems).orElseThrow(() -> {
            close();
            return new ListUnreadable(
                    file.file(),
                    "its first row has no heading «address»: begin it with a row of headings, such as"
                            + " address,name,language, in a plain CSV file");
        });
    }

    private Optional<ListRow> seek() {
        for (Optional<CsvRecord> record = record(); record.isPresent(); record = record()) {
            Optional<ListRow> row = row(record.get());
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private Optional<ListRow> row(CsvRecord record) {
        long line = record.getStartingLineNumber();
        try {
            RowText row = RowText.of(line, headings, record.getFields());
            if (row.cells().isEmpty()) {
                return Optional.empty();
            }
            if (headings.isExport() && row.isOver()) {
                throw new RowText.Unreadable("the row says itself that its reader does not subscribe: it stays out");
            }
            return Optional.of(row.read(cadences));
        } catch (RowText.Unreadable bad) {
            problems.accept(new ListProblem(line, String.valueOf(bad.getMessage())));
            return Optional.empty();
        }
    }

    /** The next row of the file; empty, and the file closed, at its end. */
    private Optional<CsvRecord> record() {
        try {
            if (records.hasNext()) {
                return Optional.of(records.next());
            }
            close();
            return Optional.empty();
        } catch (CsvParseException endless) {
            close();
            throw new ListUnreadable(file.file(), astray(endless), endless);
        } catch (UncheckedIOException unreadable) {
            close();
            throw new ListUnreadable(file.file(), "it cannot be read (" + unreadable.getCause() + ")", unreadable);
        }
    }

    private static String astray(CsvParseException endless) {
        Matcher line = AT_LINE.matcher(String.valueOf(endless.getMessage()));
        return (line.find() ? "the row of line " + line.group(1) + " has" : "there is")
                + " a quotation mark gone astray, so that nobody can tell where the row ends: close each one that opens a"
                + " cell, at the cell's end, and write it twice within";
    }

    private void close() {
        try {
            records.close();
        } catch (IOException unreadable) {
            throw new ListUnreadable(file.file(), "it cannot be closed", unreadable);
        }
    }
}
