package gazette.store;

import gazette.article.Origin;
import gazette.edition.Form;
import gazette.edition.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plan of one cadence: tables {@code plan} and {@code plan_article}. */
final class PlanRows {
    private final Session session;
    private final String newsletter;
    private final String cadence;

    private record Row(Origin origin, boolean isNamed, boolean isOut, boolean isIn, Optional<Form> form) {}

    PlanRows(Session session, String newsletter, String cadence) {
        this.session = session;
        this.newsletter = newsletter;
        this.cadence = cadence;
    }

    /** {@link Plan#NONE} when there is none. */
    Plan read() throws SQLException {
        String note = """
                select note
                from plan
                where newsletter = ? and cadence = ?
                """;
        String articles = """
                select source, name, place, is_out, is_in, form
                from plan_article
                where newsletter = ? and cadence = ?
                order by place
                """;
        Optional<Optional<String>> plan =
                session.first(note, row -> Optional.ofNullable(row.getString("note")), newsletter, cadence);
        return plan.isEmpty()
                ? Plan.NONE
                : plan(session.list(articles, PlanRows::row, newsletter, cadence), plan.get());
    }

    private static Row row(ResultSet row) throws SQLException {
        row.getInt("place");
        boolean isNamed = !row.wasNull();
        return new Row(
                new Origin(row.getString("source"), row.getString("name")),
                isNamed,
                row.getBoolean("is_out"),
                row.getBoolean("is_in"),
                Optional.ofNullable(row.getString("form")).map(Form::valueOf));
    }

    private static Plan plan(List<Row> rows, Optional<String> note) {
        List<Origin> order = new ArrayList<>();
        Set<Origin> out = new HashSet<>();
        Set<Origin> in = new HashSet<>();
        Map<Origin, Form> forms = new HashMap<>();
        for (Row row : rows) {
            if (row.isNamed()) {
                order.add(row.origin());
            }
            if (row.isOut()) {
                out.add(row.origin());
            }
            if (row.isIn()) {
                in.add(row.origin());
            }
            row.form().ifPresent(form -> forms.put(row.origin(), form));
        }
        return new Plan(order, out, in, forms, note);
    }

    /** Forgets it. */
    void delete() throws SQLException {
        String articles = """
                delete from plan_article
                where newsletter = ? and cadence = ?
                """;
        String plan = """
                delete from plan
                where newsletter = ? and cadence = ?
                """;
        session.update(articles, newsletter, cadence);
        session.update(plan, newsletter, cadence);
    }

    /** Where there is none yet; nothing for {@link Plan#NONE}. */
    void insert(Plan plan) throws SQLException {
        if (plan.isEmpty()) {
            return;
        }
        String head = """
                insert into plan (newsletter, cadence, note)
                values (?, ?, ?)
                """;
        String article = """
                insert into plan_article (newsletter, cadence, source, name, place, is_out, is_in, form)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        session.update(head, newsletter, cadence, plan.note());
        Set<Origin> named = new LinkedHashSet<>(plan.order());
        named.addAll(plan.out());
        named.addAll(plan.in());
        named.addAll(plan.forms().keySet());
        for (Origin origin : named) {
            int place = plan.order().indexOf(origin);
            session.update(
                    article,
                    newsletter,
                    cadence,
                    origin.source(),
                    origin.name(),
                    place < 0 ? Optional.empty() : Optional.of(place),
                    plan.out().contains(origin),
                    plan.in().contains(origin),
                    Optional.ofNullable(plan.forms().get(origin)));
        }
    }
}
