package gazette.store;

import gazette.delivery.Answers;
import gazette.delivery.DispatchRow;
import gazette.delivery.DispatchState;
import gazette.delivery.DomainTally;
import gazette.delivery.SuppressionReason;
import gazette.edition.EditionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How the dispatches of an edition stand, by answer, by recipient domain, and one by one. */
final class Standings {
    private static final String OF_EDITION = """
            from edition e
            join dispatch d on d.edition = e.id
            join subscriber s on s.id = d.subscriber
            where e.newsletter = ? and e.number = ?
            """;

    private Standings() {}

    /** States that an answer was given to, acceptance apart: two indexes find them. */
    static List<Answers.Count> answers(Session session, EditionId edition, int most) throws SQLException {
        String sql = """
                with it as (
                  select id
                  from edition
                  where newsletter = ? and number = ?)
                select d.state, case d.state when 'SUPPRESSED' then d.reason else d.words end as words, count(*) as n
                from it
                join dispatch d on d.edition = it.id
                where d.state in ('REJECTED', 'EXPIRED', 'HELD', 'SUPPRESSED')
                  and d.not_before is null
                  and d.epoch is null
                group by 1, 2
                union all
                select d.state, d.words, count(*)
                from it
                join dispatch d on d.edition = it.id
                where d.state in ('DEFERRED', 'IN_DOUBT') and d.not_before > 0
                group by 1, 2
                """;
        Answers answers = new Answers();
        session.each(
                sql,
                row -> new Answers.Count(
                        DispatchState.valueOf(row.getString("state")), row.getString("words"), row.getLong("n")),
                count -> answers.add(count.state(), words(count), count.dispatches()),
                edition.newsletter(),
                edition.number());
        return answers.largest(most);
    }

    private static String words(Answers.Count count) {
        return count.state() == DispatchState.SUPPRESSED
                ? Answers.inWords(SuppressionReason.valueOf(count.words()))
                : count.words();
    }

    static List<DomainTally> domains(Session session, EditionId edition, int most) throws SQLException {
        String sql = """
                with standing as (
                  select s.domain, count(*) as readers,
                    sum(case when d.state = 'ACCEPTED' then 1 else 0 end) as accepted,
                    sum(case when d.state = 'DEFERRED' then 1 else 0 end) as deferred,
                    sum(case when d.state in ('REJECTED', 'EXPIRED') then 1 else 0 end) as rejected,
                    sum(case when d.state in ('PENDING', 'CLAIMED', 'HANDING_OVER', 'DEFERRED') then 1 else 0 end)
                      as waiting
                """ + OF_EDITION + """
                  group by s.domain
                  order by readers desc, s.domain
                  limit ?),
                answer as (
                  select s.domain, d.words, row_number() over (partition by s.domain order by d.answered_at desc, d.id desc)
                    as age
                """ + OF_EDITION + """
                    and d.state in ('DEFERRED', 'REJECTED', 'EXPIRED', 'IN_DOUBT', 'HELD'))
                select standing.*, coalesce(answer.words, '') as words
                from standing
                left join answer on answer.domain = standing.domain and answer.age = 1
                order by readers desc, standing.domain
                """;
        return session.list(
                sql,
                Standings::domain,
                edition.newsletter(),
                edition.number(),
                most,
                edition.newsletter(),
                edition.number());
    }

    private static DomainTally domain(ResultSet row) throws SQLException {
        return new DomainTally(
                row.getString("domain"),
                row.getLong("readers"),
                row.getLong("accepted"),
                row.getLong("deferred"),
                row.getLong("rejected"),
                row.getLong("waiting"),
                row.getString("words"));
    }

    static long each(Session session, EditionId edition, Set<DispatchState> states, Consumer<DispatchRow> each)
            throws SQLException {
        String sql = "select s.address, d.state, d.reason, d.attempts, d.answered_at, d.words, d.not_before\n"
                + OF_EDITION + "order by d.subscriber\n";
        long[] rows = {0};
        session.each(
                sql,
                Standings::dispatch,
                row -> {
                    if (states.contains(row.state())) {
                        rows[0]++;
                        each.accept(row);
                    }
                },
                edition.newsletter(),
                edition.number());
        return rows[0];
    }

    static DispatchRow dispatch(ResultSet row) throws SQLException {
        return new DispatchRow(
                row.getString("address"),
                DispatchState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")).map(SuppressionReason::valueOf),
                row.getInt("attempts"),
                instant(row, "answered_at"),
                row.getString("words"),
                instant(row, "not_before"));
    }

    /** 0 is no time: a first attempt may be made at any. */
    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
