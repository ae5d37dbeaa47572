package gazette.store;

import gazette.delivery.Mark;
import gazette.delivery.Phase;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.Line;
import gazette.delivery.Register.SkippedLine;
import gazette.delivery.Register.Wanted;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Slots with their editions, or with the reason why there is none. Two indexes say what of an edition moves. */
final class SlotLines {
    /** Takes the moment of now. */
    private static final String EDITIONS = """
            with moving as (
              select e.id,
                exists (select 1 from dispatch d where d.edition = e.id and d.not_before is not null) as waits,
                e.id in (select d.edition from dispatch d where d.epoch is not null) as in_hand
              from edition e),
            line as (
              select e.id, e.newsletter, e.number, e.cadence, e.slot, null as reason, m.waits, m.in_hand,
                case
                  when e.state in ('PAUSED', 'CANCELLED') then e.state
                  when e.state <> 'FILLED' then 'DRAFTED'
                  when not m.waits and not m.in_hand then 'SENT'
                  when e.hold_until > ? then 'COOLING'
                  else 'UNDER_WAY' end as stage
              from edition e
              join moving m on m.id = e.id
            """;

    private static final String ALL = EDITIONS + """
              union all
              select null, newsletter, null, cadence, slot, reason, 0, 0, 'SKIPPED'
              from skip),
            wanted as (
              select *
              from line
              where newsletter = coalesce(?, newsletter) and stage = coalesce(?, stage))
            """;

    private static final String COLUMNS = """
            select l.newsletter, l.cadence, l.slot, l.reason, l.stage, l.waits, l.in_hand, l.number, e.state,
              coalesce(e.paused_because, '') as paused_because, e.composed_at, e.hold_until, e.touched,
              coalesce(e.audience, 0) as audience,
              coalesce((select v.subject from variant v where v.edition = e.id and v.place = 0), '') as subject,
              (select count(*) from edition_article a where a.edition = e.id) as articles
            """;

    private SlotLines() {}

    static List<Line> list(Session session, Wanted wanted, long skipped, int most) throws SQLException {
        String sql = ALL + COLUMNS + """
                from (
                  select *
                  from wanted
                  order by slot desc, newsletter, cadence
                  limit ? offset ?) l
                left join edition e on e.id = l.id
                order by l.slot desc, l.newsletter, l.cadence
                """;
        return session.list(sql, SlotLines::line, wanted.now(), wanted.newsletter(), wanted.phase(), most, skipped);
    }

    static long count(Session session, Wanted wanted) throws SQLException {
        String sql = ALL + """
                select count(*)
                from wanted
                """;
        return session.number(sql, wanted.now(), wanted.newsletter(), wanted.phase());
    }

    static Optional<EditionLine> one(Session session, EditionId edition, Instant now) throws SQLException {
        String sql = EDITIONS + """
                where e.newsletter = ? and e.number = ?)
                """ + COLUMNS + """
                from line l
                join edition e on e.id = l.id
                """;
        return session.first(sql, SlotLines::edition, now, edition.newsletter(), edition.number());
    }

    private static Line line(ResultSet row) throws SQLException {
        return row.getString("reason") == null
                ? edition(row)
                : new SkippedLine(EditionRows.key(row), row.getString("reason"));
    }

    private static EditionLine edition(ResultSet row) throws SQLException {
        Mark mark = new Mark(
                EditionState.valueOf(row.getString("state")),
                row.getLong("touched"),
                row.getBoolean("waits"),
                row.getBoolean("in_hand"),
                Instant.ofEpochMilli(row.getLong("hold_until")));
        return new EditionLine(
                Summaries.summary(row), Phase.valueOf(row.getString("stage")), mark, row.getLong("audience"));
    }
}
