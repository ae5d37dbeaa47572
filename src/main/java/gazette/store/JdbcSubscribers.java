package gazette.store;

import gazette.mail.EmailAddress;
import gazette.subscriber.Beginning;
import gazette.subscriber.EndedBy;
import gazette.subscriber.ImportReport;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Subscribers;
import gazette.subscriber.SubscriptionState;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Subscribers and subscriptions in the database. */
final class JdbcSubscribers implements Subscribers {
    private final Reads reads;
    private final Writes writes;
    private final Clock clock;

    JdbcSubscribers(Reads reads, Writes writes, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.clock = clock;
    }

    @Override
    public ImportReport take(ListImport list) {
        return reads.scratch("take over " + list.source(), scratch -> {
            ListReading reading = new ListReading(scratch, list);
            ImportReport report = reading.report();
            if (report.verdict() == ImportReport.Verdict.TAKEN_OVER) {
                new ListTaking(scratch, writes, list, clock.instant()).run();
            }
            return report;
        });
    }

    @Override
    public ImportReport rehearse(ListImport list) {
        return reads.scratch("read " + list.source(), scratch -> new ListReading(scratch, list).report());
    }

    @Override
    public boolean leave(String newsletter, long subscriber) {
        return writes.write("end a subscription", session -> {
            Ending ending = new Ending(session, newsletter, EndedBy.READER, clock.instant());
            return ending.end(subscriber) == Removal.REMOVED;
        });
    }

    @Override
    public Removal remove(String newsletter, EmailAddress address) {
        return writes.write("remove a subscriber", session -> {
            Ending ending = new Ending(session, newsletter, EndedBy.OPERATOR, clock.instant());
            Optional<Long> subscriber =
                    session.first("select id from subscriber where address = ?", row -> row.getLong(1), text(address));
            return subscriber.isPresent() ? ending.end(subscriber.get()) : Removal.UNKNOWN;
        });
    }

    private static String text(EmailAddress address) {
        return address.toString();
    }

    @Override
    public Optional<EmailAddress> address(String newsletter, long subscriber) {
        String sql = """
                select s.address
                from subscription p
                join subscriber s on s.id = p.subscriber
                where p.newsletter = ? and p.subscriber = ?
                """;
        return reads.read(
                        "look an address up",
                        session -> session.first(sql, row -> row.getString(1), newsletter, subscriber))
                .flatMap(SubscriptionRows::address);
    }

    @Override
    public Optional<Subscriber> find(String newsletter, EmailAddress address) {
        return reads.read("look a reader up", session -> ReaderRows.find(session, newsletter, address));
    }

    @Override
    public Optional<Subscriber> find(String newsletter, long subscriber) {
        return reads.read("look a reader up", session -> ReaderRows.find(session, newsletter, subscriber));
    }

    @Override
    public List<Subscriber> beginning(String newsletter, Beginning word, int most) {
        return reads.read("look readers up", session -> ReaderRows.beginning(session, newsletter, word, most));
    }

    @Override
    public void each(String newsletter, Consumer<Subscribers.Row> row) {
        String after = "";
        while (true) {
            String from = after;
            List<SubscriptionRows.Stored> page = reads.read(
                    "list the subscribers of " + newsletter,
                    session -> SubscriptionRows.page(session, newsletter, from));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(stored -> stored.row().ifPresent(row));
            after = page.get(page.size() - 1).address();
        }
    }

    @Override
    public Map<SubscriptionState, Long> count(String newsletter) {
        String sql = """
                select state, count(*) as subscriptions
                from subscription
                where newsletter = ?
                group by state
                """;
        Map<SubscriptionState, Long> counts = new EnumMap<>(SubscriptionState.class);
        for (SubscriptionState state : SubscriptionState.values()) {
            counts.put(state, 0L);
        }
        reads.read(
                "count the subscribers of " + newsletter,
                session -> session.list(
                        sql,
                        row -> counts.put(
                                SubscriptionState.valueOf(row.getString("state")), row.getLong("subscriptions")),
                        newsletter));
        return counts;
    }
}
