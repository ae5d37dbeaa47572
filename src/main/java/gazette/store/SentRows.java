package gazette.store;

import gazette.article.Origin;
import gazette.edition.Newsletter;
import gazette.edition.Sent;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cadence told lately. */
final class SentRows {
    private record Row(long edition, int place, int number, long revision) {}

    private record Copy(Origin origin, Optional<URI> address) {}

    private SentRows() {}

    /** The stories of the editions whose slot is after {@code since}, newest edition first, and who else told them. */
    static List<Sent> read(Session session, Newsletter newsletter, String cadence, Instant since) throws SQLException {
        String sql = """
                select s.edition, s.place, e.number, s.revision
                from edition e
                join edition_article s on s.edition = e.id
                where e.newsletter = ? and e.cadence = ?
                  and e.slot > ?
                order by e.number desc, s.place
                limit ?
                """;
        List<Row> rows = session.list(
                sql,
                row -> new Row(
                        row.getLong("edition"), row.getInt("place"), row.getInt("number"), row.getLong("revision")),
                newsletter.id(),
                cadence,
                since,
                Sent.MOST);
        List<Sent> sent = new ArrayList<>();
        for (Row row : rows) {
            Sent story = Sent.story(row.number(), Revisions.load(session, row.revision()), newsletter.selection());
            sent.add(story);
            copies(session, row).forEach(copy -> sent.add(story.copy(copy.origin(), copy.address())));
        }
        return sent;
    }

    private static List<Copy> copies(Session session, Row story) throws SQLException {
        String sql = """
                select a.source, a.name, c.address
                from edition_copy c
                join article a on a.id = c.article
                where c.edition = ? and c.story = ?
                order by a.id
                """;
        return session.list(
                sql,
                row -> new Copy(
                        new Origin(row.getString("source"), row.getString("name")),
                        Optional.ofNullable(row.getString("address")).map(URI::create)),
                story.edition(),
                story.place());
    }
}
