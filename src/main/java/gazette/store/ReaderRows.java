package gazette.store;

import gazette.mail.EmailAddress;
import gazette.subscriber.Beginning;
import gazette.subscriber.Subscriber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Confirmed readers of a newsletter, looked up by what somebody knows of them. */
final class ReaderRows {
    private static final String BY_ADDRESS = """
            select p.subscriber, s.address, p.name, p.language, p.since, p.topics, p.fields
            from subscriber s
            join subscription p on p.newsletter = ? and p.subscriber = s.id
            where s.address = ?
              and p.state = 'CONFIRMED'
            """;

    private static final String BY_NUMBER = """
            select p.subscriber, s.address, p.name, p.language, p.since, p.topics, p.fields
            from subscription p
            join subscriber s on s.id = p.subscriber
            where p.newsletter = ? and p.subscriber = ?
              and p.state = 'CONFIRMED'
            """;

    /** Along the index of addresses: in a cross join SQLite looks the tables up in the order that they are named in. */
    static final String BY_BEGINNING_OF_ADDRESS = """
            select p.subscriber, s.address, p.name, p.language, p.since, p.topics, p.fields
            from subscriber s
            cross join subscription p
            where p.newsletter = ?
              and p.subscriber = s.id
              and s.address >= ? and s.address < ?
              and p.state = 'CONFIRMED'
            order by s.address
            limit ?
            """;

    /** Along the index {@code subscription_name}. */
    static final String BY_BEGINNING_OF_NAME = """
            select p.subscriber, s.address, p.name, p.language, p.since, p.topics, p.fields
            from subscription p
            cross join subscriber s
            where p.newsletter = ?
              and s.id = p.subscriber
              and lower(p.name) >= ? and lower(p.name) < ?
              and p.name <> ''
              and p.state = 'CONFIRMED'
            order by lower(p.name)
            limit ?
            """;

    private ReaderRows() {}

    static Optional<Subscriber> find(Session session, String newsletter, EmailAddress address) throws SQLException {
        return session.first(BY_ADDRESS, ReaderRows::reader, newsletter, address.toString())
                .flatMap(reader -> reader);
    }

    static Optional<Subscriber> find(Session session, String newsletter, long subscriber) throws SQLException {
        return session.first(BY_NUMBER, ReaderRows::reader, newsletter, subscriber)
                .flatMap(reader -> reader);
    }

    /** By their addresses, then by their names. */
    static List<Subscriber> beginning(Session session, String newsletter, Beginning word, int most)
            throws SQLException {
        Map<Long, Subscriber> found = new LinkedHashMap<>();
        for (String spelling : word.spellings()) {
            read(session, BY_BEGINNING_OF_ADDRESS, newsletter, spelling, most).forEach(r -> found.put(r.id(), r));
        }
        for (String spelling : word.smallSpellings()) {
            read(session, BY_BEGINNING_OF_NAME, newsletter, spelling, most).forEach(r -> found.putIfAbsent(r.id(), r));
        }
        return found.values().stream().limit(most).toList();
    }

    private static List<Subscriber> read(Session session, String sql, String newsletter, String spelling, int most)
            throws SQLException {
        List<Subscriber> readers = new ArrayList<>();
        session.each(
                sql,
                ReaderRows::reader,
                reader -> reader.ifPresent(readers::add),
                newsletter,
                spelling,
                Beginning.end(spelling),
                most);
        return readers;
    }

    /** Empty when mail cannot be sent to the address. */
    private static Optional<Subscriber> reader(ResultSet row) throws SQLException {
        Optional<EmailAddress> address = SubscriptionRows.address(row.getString("address"));
        return address.isPresent() ? Optional.of(SubscriptionRows.subscriber(address.get(), row)) : Optional.empty();
    }
}
