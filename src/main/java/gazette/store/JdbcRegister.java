package gazette.store;

import gazette.delivery.Register;
import gazette.edition.EditionId;
import gazette.subscriber.Subscriber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists of the database. */
final class JdbcRegister implements Register {
    private final Reads reads;

    JdbcRegister(Reads reads) {
        this.reads = reads;
    }

    @Override
    public List<Line> lines(Wanted wanted, long skipped, int most) {
        return reads.read("list editions", session -> SlotLines.list(session, wanted, skipped, most));
    }

    @Override
    public long count(Wanted wanted) {
        return reads.read("count editions", session -> SlotLines.count(session, wanted));
    }

    @Override
    public Optional<EditionLine> line(EditionId edition, Instant now) {
        return reads.read("look edition " + edition + " up", session -> SlotLines.one(session, edition, now));
    }

    @Override
    public List<ReaderLine> readers(EditionId edition, Sought sought, String after, int most) {
        return reads.read("list readers of edition " + edition, session -> {
            Optional<Long> row = EditionRows.lookUp(session, edition);
            return row.isEmpty()
                    ? List.of()
                    : new ReaderLines(session, edition.newsletter(), row.get(), most).list(sought, after);
        });
    }

    @Override
    public Optional<ReaderLine> reader(EditionId edition, long subscriber) {
        return reads.read("look a reader of edition " + edition + " up", session -> {
            Optional<Long> row = EditionRows.lookUp(session, edition);
            return row.isEmpty()
                    ? Optional.empty()
                    : new ReaderLines(session, edition.newsletter(), row.get(), 1).one(subscriber);
        });
    }

    @Override
    public Optional<Subscriber> person(EditionId edition, long subscriber) {
        String sql = """
                select s.address, p.subscriber, p.name, p.language, p.since, p.topics, p.fields
                from edition e
                join dispatch d on d.edition = e.id and d.subscriber = ?
                join subscriber s on s.id = d.subscriber
                join subscription p on p.newsletter = e.newsletter and p.subscriber = s.id
                where e.newsletter = ? and e.number = ?
                """;
        return reads.read(
                "look a reader of edition " + edition + " up",
                session -> session.first(sql, JdbcRegister::person, subscriber, edition.newsletter(), edition.number())
                        .flatMap(found -> found));
    }

    private static Optional<Subscriber> person(ResultSet row) throws SQLException {
        var address = SubscriptionRows.address(row.getString("address"));
        return address.isEmpty() ? Optional.empty() : Optional.of(SubscriptionRows.subscriber(address.get(), row));
    }
}
