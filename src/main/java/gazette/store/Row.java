package gazette.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row that a result stands on. */
@FunctionalInterface
interface Row<T> {
    T read(ResultSet row) throws SQLException;
}
