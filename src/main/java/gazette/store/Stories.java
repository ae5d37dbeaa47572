package gazette.store;

import gazette.article.Origin;
import gazette.edition.Choice.Copy;
import gazette.edition.Choice.Late;
import gazette.edition.Choice.Pick;
import gazette.edition.EditionKey;
import gazette.edition.Form;
import gazette.edition.Story;
import gazette.edition.Story.Elsewhere;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stories of editions: written once as they were chosen, and read as they were written. */
final class Stories {
    private final Session session;
    private final EditionKey key;

    /** Writes stories of the edition with this key, or of others of its cadence. */
    Stories(Session session, EditionKey key) {
        this.session = session;
        this.key = key;
    }

    /** Freezes what was chosen, in the words of now. */
    void freeze(long edition, List<Pick> picks) throws SQLException {
        for (int place = 0; place < picks.size(); place++) {
            freeze(edition, place, picks.get(place));
        }
    }

    private void freeze(long edition, int place, Pick pick) throws SQLException {
        String sql = """
                insert into edition_article (edition, place, newsletter, cadence, article, revision, topics, is_update,
                  is_put_back, section, form)
                select ?, ?, ?, ?, a.id, r.id, ?, ?, ?, ?, ?
                from article a
                join revision r on r.article = a.id and r.replaced_at is null
                where a.source = ? and a.name = ?
                """;
        session.update(
                sql,
                edition,
                place,
                key.newsletter(),
                key.cadence(),
                Json.array(pick.topics()),
                pick.isUpdate(),
                pick.isPutBack() && !pick.isUpdate(),
                pick.section(),
                pick.form(),
                pick.origin().source(),
                pick.origin().name());
        putBack(pick.origin());
        int shown = 0;
        for (Copy copy : pick.copies()) {
            Optional<Integer> seat = copy.isShown() ? Optional.of(shown++) : Optional.empty();
            insert(edition, place, copy.origin(), seat, copy.where(), Optional.empty());
        }
    }

    private void putBack(Origin article) throws SQLException {
        String sql = """
                delete from left_out
                where newsletter = ? and cadence = ?
                  and article = (select id from article where source = ? and name = ?)
                """;
        session.update(sql, key.newsletter(), key.cadence(), article.source(), article.name());
    }

    /** Notes what an editor left out of an edition, so that it is no candidate any more. */
    void leaveOut(long edition, List<Origin> articles) throws SQLException {
        String sql = """
                insert into left_out (newsletter, cadence, article, edition)
                select ?, ?, a.id, ?
                from article a
                where a.source = ? and a.name = ?
                on conflict (newsletter, cadence, article) do update
                set edition = excluded.edition
                """;
        for (Origin article : articles) {
            session.update(sql, key.newsletter(), key.cadence(), edition, article.source(), article.name());
        }
    }

    /** Files what came too late under the story that was told before, so that it is no candidate any more. */
    void setAside(List<Late> late) throws SQLException {
        String sql = """
                select s.edition, s.place
                from edition e
                join edition_article s on s.edition = e.id
                join article a on a.id = s.article
                where e.newsletter = ? and e.number = ?
                  and a.source = ? and a.name = ?
                """;
        record Seat(long edition, int place) {}
        for (Late one : late) {
            Origin story = one.story();
            Seat seat = session.first(
                            sql,
                            row -> new Seat(row.getLong(1), row.getInt(2)),
                            key.newsletter(),
                            one.number(),
                            story.source(),
                            story.name())
                    .orElseThrow(() -> new IllegalStateException(story + " is not in n° " + one.number()));
            insert(seat.edition(), seat.place(), one.origin(), Optional.empty(), one.where(), Optional.of(one.why()));
        }
    }

    private void insert(
            long edition, int story, Origin copy, Optional<Integer> place, Elsewhere where, Optional<String> tooLate)
            throws SQLException {
        String sql = """
                insert into edition_copy (edition, story, newsletter, cadence, article, place, name, address, too_late)
                select ?, ?, ?, ?, a.id, ?, ?, ?, ?
                from article a
                where a.source = ? and a.name = ?
                """;
        session.update(
                sql,
                edition,
                story,
                key.newsletter(),
                key.cadence(),
                place,
                where.name(),
                where.address().map(URI::toString),
                tooLate,
                copy.source(),
                copy.name());
    }

    /** The stories of an edition in reading order. */
    static List<Story> load(Session session, long edition) throws SQLException {
        String sql = """
                select place, revision, topics, is_update, section, form
                from edition_article
                where edition = ?
                order by place
                """;
        record Row(int place, long revision, List<String> topics, boolean isUpdate, String section, Form form) {}
        List<Row> rows = session.list(
                sql,
                row -> new Row(
                        row.getInt("place"),
                        row.getLong("revision"),
                        Json.list(row.getString("topics")),
                        row.getBoolean("is_update"),
                        row.getString("section"),
                        Form.valueOf(row.getString("form"))),
                edition);
        List<Story> stories = new ArrayList<>();
        for (Row row : rows) {
            stories.add(new Story(
                    Revisions.load(session, row.revision()),
                    row.topics(),
                    elsewhere(session, edition, row.place()),
                    row.isUpdate(),
                    row.section(),
                    row.form()));
        }
        return stories;
    }

    private static List<Elsewhere> elsewhere(Session session, long edition, int story) throws SQLException {
        String sql = """
                select name, address
                from edition_copy
                where edition = ? and story = ? and place is not null
                order by place
                """;
        return session.list(sql, Stories::elsewhere, edition, story);
    }

    private static Elsewhere elsewhere(ResultSet row) throws SQLException {
        return new Elsewhere(
                row.getString("name"),
                Optional.ofNullable(row.getString("address")).map(URI::create));
    }
}
