package gazette.store;

import gazette.mail.EmailAddress;
import gazette.subscriber.EndedBy;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Subscribers;
import gazette.subscriber.SubscriptionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of the tables {@code subscription} and {@code subscriber} as values. */
final class SubscriptionRows {
    /** Rows of a page: a read holds back the write-ahead log's reset, so that it should be short. */
    private static final int PAGE = 1_000;

    /**
     * A subscription as it is stored.
     *
     * @param row empty when mail cannot be sent to the address
     */
    record Stored(String address, Optional<Subscribers.Row> row) {}

    private SubscriptionRows() {}

    /** The next subscriptions in the order of addresses, after {@code address}. */
    static List<Stored> page(Session session, String newsletter, String address) throws SQLException {
        String sql = """
                select s.address, p.*
                from subscriber s
                join subscription p on p.newsletter = ? and p.subscriber = s.id
                where s.address > ?
                order by s.address
                limit ?
                """;
        return session.list(sql, SubscriptionRows::stored, newsletter, address, PAGE);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Optional<EmailAddress> address = address(row.getString("address"));
        return new Stored(
                row.getString("address"),
                address.isPresent() ? Optional.of(row(address.get(), row)) : Optional.empty());
    }

    private static Subscribers.Row row(EmailAddress address, ResultSet row) throws SQLException {
        return new Subscribers.Row(
                address,
                row.getString("name"),
                row.getString("language"),
                Json.list(row.getString("topics")),
                row.getString("cadence"),
                row.getString("since"),
                SubscriptionState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("ended_by")).map(EndedBy::valueOf),
                Json.map(row.getString("fields")));
    }

    /** The person of a row with {@code subscriber, name, language, since, fields}. */
    static Subscriber subscriber(EmailAddress address, ResultSet row) throws SQLException {
        return new Subscriber(
                row.getLong("subscriber"),
                address,
                row.getString("name"),
                written(row.getString("language")).map(Locale::forLanguageTag),
                written(row.getString("since")).map(LocalDate::parse),
                Json.list(row.getString("topics")),
                Json.map(row.getString("fields")));
    }

    /** A stored address as one that mail can be sent to; empty when it is none. */
    static Optional<EmailAddress> address(String stored) {
        return EmailAddress.objection(stored).isPresent() ? Optional.empty() : Optional.of(EmailAddress.of(stored));
    }

    private static Optional<String> written(String column) {
        return column.isEmpty() ? Optional.empty() : Optional.of(column);
    }
}
