package gazette.store;

import java.sql.SQLException;
import java.util.List;

/** Does what several threads ask for at once in one transaction, with fewer statements than each by itself would need. */
@FunctionalInterface
interface Batch<Q, A> {
    /** An answer for each of {@code requests}, in their order. */
    List<A> in(Session session, List<Q> requests) throws SQLException;
}
