package gazette.store;

import gazette.subscriber.Subscribers.ListImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Applies what {@link ListReading} has found, batch by batch: others write between two batches. The list counts as taken
 * over with the last commit, so that a run that was killed begins again.
 */
final class ListTaking {
    /** Rows of a batch: some 40 ms of the write lane. */
    private static final int BATCH = 2_000;

    private static final String SUBSCRIBER = """
            insert into subscriber (address, domain)
            values (?, ?)
            on conflict (address) do nothing
            """;

    /** Whoever left by themselves since the list was read stays out. */
    private static final String SUBSCRIPTION = """
            insert into subscription (newsletter, subscriber, state, cadence, name, language, topics, since, fields,
              source, listed, changed_at)
            select ?, id, 'CONFIRMED', ?, ?, ?, ?, ?, ?, ?, true, ?
            from subscriber
            where address = ?
            on conflict (newsletter, subscriber) do update set
              listed = subscription.listed or subscription.state <> 'CONFIRMED',
              state = excluded.state,
              ended_by = null,
              cadence = excluded.cadence,
              name = excluded.name,
              language = excluded.language,
              topics = excluded.topics,
              since = excluded.since,
              fields = excluded.fields,
              source = excluded.source,
              changed_at = excluded.changed_at
            where subscription.state <> 'ENDED' or subscription.ended_by = 'LIST'
            """;

    private final Session scratch;
    private final Writes writes;
    private final ListImport list;
    private final Instant now;

    private record Incoming(
            long place,
            String address,
            String domain,
            String cadence,
            String name,
            String language,
            String topics,
            String since,
            String fields) {}

    private record Gone(long place, long subscriber) {}

    ListTaking(Session scratch, Writes writes, ListImport list, Instant now) {
        this.scratch = scratch;
        this.writes = writes;
        this.list = list;
        this.now = now;
    }

    void run() throws SQLException {
        takeIn();
        end();
        note();
    }

    private void takeIn() throws SQLException {
        String sql = """
                select c.place, i.*
                from change c
                join incoming i on i.line = c.line
                where c.place > ?
                  and c.kind <> 'REFUSED'
                order by c.place
                limit ?
                """;
        List<Incoming> batch = scratch.list(sql, ListTaking::incoming, 0, BATCH);
        while (!batch.isEmpty()) {
            List<Incoming> rows = batch;
            writes.write("take over rows of " + list.source(), session -> takeIn(session, rows));
            batch = scratch.list(
                    sql, ListTaking::incoming, rows.get(rows.size() - 1).place(), BATCH);
        }
    }

    private int takeIn(Session session, List<Incoming> rows) throws SQLException {
        for (Incoming row : rows) {
            session.update(SUBSCRIBER, row.address(), row.domain());
            session.update(
                    SUBSCRIPTION,
                    list.newsletter(),
                    row.cadence(),
                    row.name(),
                    row.language(),
                    row.topics(),
                    row.since(),
                    row.fields(),
                    list.source(),
                    now,
                    row.address());
        }
        return rows.size();
    }

    private void end() throws SQLException {
        String sql = """
                select place, subscriber
                from gone
                where place > ?
                order by place
                limit ?
                """;
        List<Gone> batch = scratch.list(sql, ListTaking::gone, 0, BATCH);
        while (!batch.isEmpty()) {
            List<Gone> rows = batch;
            writes.write("end subscriptions that left " + list.source(), session -> end(session, rows));
            batch = scratch.list(
                    sql, ListTaking::gone, rows.get(rows.size() - 1).place(), BATCH);
        }
    }

    private int end(Session session, List<Gone> rows) throws SQLException {
        String sql = """
                update subscription
                set state = 'ENDED', ended_by = 'LIST', changed_at = ?
                where newsletter = ?
                  and subscriber = ?
                  and state = 'CONFIRMED'
                  and listed
                """;
        for (Gone row : rows) {
            session.update(sql, now, list.newsletter(), row.subscriber());
        }
        return rows.size();
    }

    private void note() {
        String sql = """
                insert into list (newsletter, source, version, default_cadence, taken_at)
                values (?, ?, ?, ?, ?)
                on conflict (newsletter) do update set
                  source = excluded.source,
                  version = excluded.version,
                  default_cadence = excluded.default_cadence,
                  taken_at = excluded.taken_at
                """;
        writes.write(
                "note that " + list.source() + " was taken over",
                session -> session.update(
                        sql, list.newsletter(), list.source(), list.version(), list.defaultCadence(), now));
    }

    private static Incoming incoming(ResultSet row) throws SQLException {
        return new Incoming(
                row.getLong("place"),
                row.getString("address"),
                row.getString("domain"),
                row.getString("cadence"),
                row.getString("name"),
                row.getString("language"),
                row.getString("topics"),
                row.getString("since"),
                row.getString("fields"));
    }

    private static Gone gone(ResultSet row) throws SQLException {
        return new Gone(row.getLong("place"), row.getLong("subscriber"));
    }
}
