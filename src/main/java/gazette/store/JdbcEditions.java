package gazette.store;

import gazette.edition.Cadence;
import gazette.edition.Composition;
import gazette.edition.Deed;
import gazette.edition.Deed.Kind;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.EditionState;
import gazette.edition.Editions;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.edition.Rendering;
import gazette.edition.Shelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Editions in the database. */
final class JdbcEditions implements Editions {
    private final Reads reads;
    private final Writes writes;
    private final Clock clock;

    JdbcEditions(Reads reads, Writes writes, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.clock = clock;
    }

    @Override
    public Composition resumeOrCompose(
            Newsletter newsletter, Cadence cadence, Instant slot, Notes notes, Optional<String> despite) {
        EditionKey key = new EditionKey(newsletter.id(), cadence.name(), slot);
        return writes.write("compose the edition of " + key.newsletter() + " for " + slot, session -> {
            Composing composing = new Composing(session, newsletter.on(cadence), key, notes, clock.instant());
            return composing.run(despite);
        });
    }

    @Override
    public Shelf shelf(Newsletter newsletter, Cadence cadence, Instant slot) {
        return reads.read(
                "look at the articles that wait", session -> Shelves.look(session, newsletter, cadence.name(), slot));
    }

    @Override
    public void keep(EditionId edition, Rendering rendering) {
        writes.write("keep what was rendered of edition " + edition, session -> {
            long id = EditionRows.number(session, edition);
            String sql = """
                    update edition
                    set state = 'RENDERED'
                    where id = ? and state = 'COMPOSED'
                    """;
            if (session.update(sql, id) == 1) {
                RenderingRows.insert(session, id, rendering);
            }
            return edition;
        });
    }

    @Override
    public Optional<Rendering> rendering(EditionId edition) {
        return reads.read(
                "load what was rendered of edition " + edition, session -> RenderingRows.load(session, edition));
    }

    @Override
    public Optional<Edition> find(EditionId edition) {
        return reads.read("load edition " + edition, session -> EditionRows.find(session, edition));
    }

    @Override
    public Optional<EditionKey> unfinished(String newsletter, String cadence) {
        String sql = """
                select newsletter, cadence, slot
                from edition
                where newsletter = ?
                  and cadence = ?
                  and state in ('COMPOSED', 'RENDERED', 'FILLING')
                order by slot
                limit 1
                """;
        return reads.read(
                "look for an unfinished edition", session -> session.first(sql, EditionRows::key, newsletter, cadence));
    }

    @Override
    public List<Summary> list(Optional<String> newsletter) {
        return reads.read("list editions", session -> Summaries.list(session, newsletter));
    }

    @Override
    public Optional<Summary> summary(EditionId edition) {
        return reads.read("look edition " + edition + " up", session -> Summaries.one(session, edition));
    }

    @Override
    public List<Deed> course(EditionId edition) {
        return reads.read("look at the course of edition " + edition, session -> DeedRows.list(session, edition));
    }

    @Override
    public List<Skip> skips(Optional<String> newsletter, int most) {
        String sql = """
                select newsletter, cadence, slot, reason
                from skip
                where newsletter = coalesce(?, newsletter)
                order by slot desc, newsletter, cadence
                limit ?
                """;
        return reads.read(
                "list slots without an edition", session -> session.list(sql, JdbcEditions::skip, newsletter, most));
    }

    private static Skip skip(ResultSet row) throws SQLException {
        return new Skip(EditionRows.key(row), row.getString("reason"));
    }

    @Override
    public boolean pause(EditionId edition, String why) {
        String sql = """
                update edition
                set state = 'PAUSED', paused_because = ?, touched = touched + 1
                where newsletter = ?
                  and number = ?
                  and state = 'FILLED'
                """;
        return writes.write("pause edition " + edition, session -> {
            boolean news = session.update(sql, why, edition.newsletter(), edition.number()) == 1;
            if (news) {
                DeedRows.add(session, edition, new Deed(clock.instant(), Kind.PAUSED, why));
            }
            return news;
        });
    }

    @Override
    public boolean resume(EditionId edition, Optional<Integer> wave) {
        return writes.write("resume edition " + edition, session -> {
            Optional<Long> id = EditionRows.lookUp(session, edition);
            return id.isPresent() && resume(session, id.get(), wave);
        });
    }

    private boolean resume(Session session, long id, Optional<Integer> wave) throws SQLException {
        Instant now = clock.instant();
        Optional<Long> waveEnd = wave.isPresent() ? Waves.end(session, id, wave.get()) : Optional.empty();
        String sql = """
                update edition
                set hold_until = case when state = 'PAUSED' and hold_until > ? then ? else hold_until end,
                  state = ?,
                  paused_because = null,
                  wave_end = ?,
                  touched = touched + 1
                where id = ?
                  and (state = 'PAUSED' or state = 'FILLED' and wave_end is not null)
                """;
        boolean news = session.update(sql, now, now, EditionState.FILLED, waveEnd, id) == 1;
        if (news) {
            DeedRows.add(session, id, new Deed(now, Kind.RESUMED, ""));
        }
        return news;
    }
}
