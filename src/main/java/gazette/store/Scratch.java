package gazette.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection for one piece of work, which reads the store and may keep temporary tables. */
final class Scratch {
    private Scratch() {}

    static <T> T on(Sqlite store, String step, Work<T> work) {
        try (Connection connection = store.readOnly();
                Session session = new Session(connection)) {
            return work.in(session);
        } catch (SQLException broken) {
            throw StoreFailure.of(step, broken);
        }
    }
}
