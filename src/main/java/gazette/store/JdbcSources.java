package gazette.store;

import gazette.pickup.Health;
import gazette.pickup.Sources;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The health of the sources in the database. */
final class JdbcSources implements Sources {
    private final Reads reads;
    private final Writes writes;

    JdbcSources(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    @Override
    public List<Health> health(List<String> keys) {
        return reads.read("look at the sources", session -> {
            List<Health> health = new ArrayList<>();
            for (String key : keys) {
                health.add(session.first("select * from source where key = ?", JdbcSources::health, key)
                        .orElseGet(() -> Health.unknown(key)));
            }
            return health;
        });
    }

    private static Health health(ResultSet row) throws SQLException {
        return new Health(
                row.getString("key"),
                row.getString("title"),
                Optional.ofNullable(row.getString("moved")).map(URI::create),
                Optional.ofNullable(row.getString("etag")),
                Optional.ofNullable(row.getString("last_modified")),
                instant(row, "last_try"),
                instant(row, "last_success"),
                instant(row, "last_new"),
                instant(row, "next_try"),
                instant(row, "left_alone_until"),
                row.getInt("failures"),
                row.getString("error"),
                row.getBoolean("is_gone"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    @Override
    public void keep(List<Health> health) {
        String sql = """
                insert into source (key, title, moved, etag, last_modified, last_try, last_success, last_new, next_try,
                  left_alone_until, failures, error, is_gone)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (key) do update
                set title = excluded.title, moved = excluded.moved, etag = excluded.etag,
                  last_modified = excluded.last_modified, last_try = excluded.last_try,
                  last_success = excluded.last_success, last_new = excluded.last_new, next_try = excluded.next_try,
                  left_alone_until = excluded.left_alone_until, failures = excluded.failures, error = excluded.error,
                  is_gone = excluded.is_gone
                """;
        writes.write("keep how the sources are doing", session -> {
            for (Health one : health) {
                session.update(
                        sql,
                        one.source(),
                        one.title(),
                        one.moved().map(URI::toString),
                        one.etag(),
                        one.lastModified(),
                        one.lastTry(),
                        one.lastSuccess(),
                        one.lastNew(),
                        one.nextTry(),
                        one.leftAloneUntil(),
                        one.failures(),
                        one.error(),
                        one.isGone());
            }
            return health.size();
        });
    }
}
