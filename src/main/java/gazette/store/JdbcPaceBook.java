package gazette.store;

import gazette.delivery.PaceBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Tables {@code pace} and {@code warm_up}. */
final class JdbcPaceBook implements PaceBook {
    private static final String USED = """
            select used
            from warm_up
            where account = ? and day = ?
            """;

    private final Reads reads;
    private final Writes writes;

    JdbcPaceBook(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    @Override
    public List<Slowed> since(Instant moment) {
        String sql = """
                select account, domain, per_second, slowed_at
                from pace
                where slowed_at >= ?
                order by account, domain
                """;
        return reads.read(
                "read what was learnt of paces",
                session -> session.list(
                        sql,
                        row -> new Slowed(
                                row.getString("account"),
                                row.getString("domain"),
                                row.getDouble("per_second"),
                                Instant.ofEpochMilli(row.getLong("slowed_at"))),
                        moment));
    }

    @Override
    public void keep(Slowed slowed) {
        String sql = """
                insert into pace (account, domain, per_second, slowed_at)
                values (?, ?, ?, ?)
                on conflict (account, domain) do update
                set per_second = excluded.per_second, slowed_at = excluded.slowed_at
                """;
        writes.writeOfDelivery(
                "keep what was learnt of a pace",
                session -> session.update(sql, slowed.account(), slowed.domain(), slowed.limit(), slowed.at()));
    }

    @Override
    public int reserve(String account, LocalDate day, int wanted, int allowance) {
        String sql = """
                insert into warm_up (account, day, used)
                values (?, ?, ?)
                on conflict (account, day) do update
                set used = warm_up.used + excluded.used
                """;
        return writes.writeOfDelivery("use some of a day's warm-up", session -> {
            int left = allowance - (int) session.number(USED, account, day.toString());
            int granted = Math.max(0, Math.min(wanted, left));
            session.update(sql, account, day.toString(), granted);
            return granted;
        });
    }

    @Override
    public int reserved(String account, LocalDate day) {
        return reads.read("read a day of warm-up", session -> (int) session.number(USED, account, day.toString()));
    }

    @Override
    public void giveBack(String account, LocalDate day, int unused) {
        String sql = """
                update warm_up
                set used = used - ?
                where account = ? and day = ? and used >= ?
                """;
        writes.writeOfDelivery(
                "give back some of a day's warm-up",
                session -> session.update(sql, unused, account, day.toString(), unused));
    }
}
