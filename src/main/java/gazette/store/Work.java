package gazette.store;

import java.sql.SQLException;

/** What is done with a connection in one transaction. */
@FunctionalInterface
interface Work<T> {
    T in(Session session) throws SQLException;
}
