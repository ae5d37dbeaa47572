package gazette.store;

import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Masthead;
import gazette.edition.Story;
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
        return session.first("select * from edition where id = ?", row -> edition(row, stories), id)
                .orElseThrow(() -> new IllegalStateException("edition row " + id + " is gone"));
    }

    private static Edition edition(ResultSet row, List<Story> stories) throws SQLException {
        EditionKey key = key(row);
        long from = row.getLong("window_from");
        Optional<Instant> windowFrom = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(from));
        return new Edition(
                id(row),
                key,
                masthead(row),
                new Window(windowFrom, key.slot()),
                Instant.ofEpochMilli(row.getLong("composed_at")),
                row.getString("template"),
                stories);
    }

    static EditionId id(ResultSet row) throws SQLException {
        return new EditionId(row.getString("newsletter"), row.getInt("number"));
    }

    static EditionKey key(ResultSet row) throws SQLException {
        return new EditionKey(
                row.getString("newsletter"), row.getString("cadence"), Instant.ofEpochMilli(row.getLong("slot")));
    }

    private static Masthead masthead(ResultSet row) throws SQLException {
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
                URI.create(row.getString("web")));
    }

    private static Mailbox mailbox(String name, String address) {
        return new Mailbox(name, EmailAddress.of(address));
    }
}
