package gazette.store;

import gazette.edition.Plan;
import gazette.edition.Plans;
import java.util.function.UnaryOperator;

/** Plans in the database. */
final class JdbcPlans implements Plans {
    private final Reads reads;
    private final Writes writes;

    JdbcPlans(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    @Override
    public Plan plan(String newsletter, String cadence) {
        return reads.read("read a plan", session -> new PlanRows(session, newsletter, cadence).read());
    }

    @Override
    public Plan change(String newsletter, String cadence, UnaryOperator<Plan> change) {
        return writes.write("change a plan", session -> {
            PlanRows rows = new PlanRows(session, newsletter, cadence);
            Plan before = rows.read();
            Plan after = change.apply(before);
            if (!after.equals(before)) {
                rows.delete();
                rows.insert(after);
            }
            return after;
        });
    }
}
