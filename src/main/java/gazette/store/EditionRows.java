package gazette.store;

import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Masthead;
import gazette.edition.Note;
import gazette.edition.Story;
import gazette.edition.Style;
import gazette.edition.Window;
import gazette.mail.EmailAddress;
import gazette.mail.Mailbox;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of the table {@code edition} as values. */
final class EditionRows {
    private EditionRows() {}

    /** The store's number of an edition. */
    static long number(Session session, EditionId edition) throws SQLException {
        return lookUp(session, edition).orElseThrow(() -> new IllegalStateException("there is no edition " + edition));
    }

    static Optional<Long> lookUp(Session session, EditionId edition) throws SQLException {
        String sql = """
                select id
                from edition
                where newsletter = ? and number = ?
                """;
        return session.first(sql, row -> row.getLong(1), edition.newsletter(), edition.number());
    }

    static Optional<Edition> find(Session session, EditionId edition) throws SQLException {
        Optional<Long> id = lookUp(session, edition);
        return id.isPresent() ? Optional.of(load(session, id.get())) : Optional.empty();
    }

    static Edition load(Session session, long id) throws SQLException {
        List<Story> stories = Stories.load(session, id);
        record Frozen(String style, Optional<String> note) {}
        Frozen frozen = session.first(
                        "select style, note from edition where id = ?",
                        row -> new Frozen(row.getString("style"), Optional.ofNullable(row.getString("note"))),
                        id)
                .orElseThrow(() -> new IllegalStateException("edition row " + id + " is gone"));
        Style style = StyleText.read(session, frozen.style());
        Optional<Note> note = frozen.note().isEmpty()
                ? Optional.empty()
                : Optional.of(NoteText.read(session, frozen.note().get()));
        return session.first("select * from edition where id = ?", row -> edition(row, style, note, stories), id)
                .orElseThrow();
    }

    private static Edition edition(ResultSet row, Style style, Optional<Note> note, List<Story> stories)
            throws SQLException {
        EditionKey key = key(row);
        long from = row.getLong("window_from");
        Optional<Instant> windowFrom = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(from));
        return new Edition(
                id(row),
                key,
                masthead(row, style),
                new Window(windowFrom, key.slot()),
                Instant.ofEpochMilli(row.getLong("composed_at")),
                row.getString("template"),
                note,
                stories);
    }

    static EditionId id(ResultSet row) throws SQLException {
        return new EditionId(row.getString("newsletter"), row.getInt("number"));
    }

    static EditionKey key(ResultSet row) throws SQLException {
        return new EditionKey(
                row.getString("newsletter"), row.getString("cadence"), Instant.ofEpochMilli(row.getLong("slot")));
    }

    private static Masthead masthead(ResultSet row, Style style) throws SQLException {
        return new Masthead(
                row.getString("newsletter"),
                row.getString("name"),
                mailbox(row.getString("from_name"), row.getString("from_address")),
                row.getString("reply_to_address") == null
                        ? Optional.empty()
                        : Optional.of(mailbox(row.getString("reply_to_name"), row.getString("reply_to_address"))),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getString("postal_address"),
                URI.create(row.getString("web")),
                style);
    }

    private static Mailbox mailbox(String name, String address) {
        return new Mailbox(name, EmailAddress.of(address));
    }
}
