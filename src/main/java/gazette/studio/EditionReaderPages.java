package gazette.studio;

import gazette.delivery.DispatchRow;
import gazette.delivery.DispatchState;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.ReaderLine;
import gazette.delivery.Register.Sought;
import gazette.edition.EditionId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of each reader of an edition: a list to look somebody up in, page by page. */
final class EditionReaderPages implements StudioPages {
    private static final int ROWS = 50;

    /** No address is longer (RFC 5321 section 4.5.3.1.3). */
    private static final int LONGEST_ADDRESS = 254;

    private final Desk desk;
    private final Frame frame;

    EditionReaderPages(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(EditionAddress.PATTERN + "/readers", this::list);
    }

    private void list(Context context) {
        EditionAddress.read(context)
                .flatMap(id -> desk.register().line(id, desk.clock().instant()))
                .ifPresentOrElse(line -> show(context, line), () -> context.status(HttpStatus.NOT_FOUND));
    }

    private void show(Context context, EditionLine line) {
        EditionId edition = line.summary().id();
        EditionWords words = EditionWords.of(context, desk);
        Optional<DispatchState> state = Word.of(context, "state", List.of(DispatchState.values()), EditionWords::word);
        String address = said(context, "address");
        List<ReaderLine> found =
                desk.register().readers(edition, new Sought(state, address), said(context, "after"), ROWS + 1);
        List<ReaderLine> rows = found.subList(0, Math.min(ROWS, found.size()));
        Address here = Address.of(context);
        Map<String, Object> model = new HashMap<>();
        model.put("edition", words.line(line));
        model.put("rows", rows.stream().map(row -> row(edition, row, words)).toList());
        model.put("state", state.map(EditionWords::word).orElse(""));
        model.put(
                "states",
                Stream.of(DispatchState.values()).map(EditionWords::word).toList());
        model.put("address", address);
        model.put(
                "first",
                here.parameters().containsKey("after") ? here.without("after").toString() : "");
        model.put(
                "next",
                found.size() > ROWS
                        ? here.with("after", rows.get(ROWS - 1).place()).toString()
                        : "");
        model.put(
                "csv",
                here.without("after", "address")
                        .at(EditionAddress.of(edition) + "/readers.csv")
                        .toString());
        model.put(
                "jsonl",
                here.without("after", "address")
                        .at(EditionAddress.of(edition) + "/readers.jsonl")
                        .toString());
        frame.show(context, "edition-readers", Room.EDITIONS, model);
    }

    private static String said(Context context, String parameter) {
        String said =
                Objects.requireNonNullElse(context.queryParam(parameter), "").strip();
        return said.length() > LONGEST_ADDRESS ? said.substring(0, LONGEST_ADDRESS) : said;
    }

    /** A reader, and what became of them. */
    static Map<String, Object> row(EditionId edition, ReaderLine line, EditionWords words) {
        DispatchRow dispatch = line.dispatch();
        Map<String, Object> row = new HashMap<>();
        row.put("path", EditionAddress.of(edition) + "/readers/" + line.subscriber());
        row.put("address", dispatch.address());
        row.put("name", line.name());
        row.put("state", EditionWords.word(dispatch.state()));
        row.put("reason", dispatch.reason().map(EditionWords::word).orElse(""));
        row.put("attempts", dispatch.attempts());
        row.put("words", dispatch.words());
        row.put("answeredAt", words.moment(edition.newsletter(), dispatch.answeredAt()));
        row.put("notBefore", words.moment(edition.newsletter(), dispatch.notBefore()));
        return row;
    }
}
