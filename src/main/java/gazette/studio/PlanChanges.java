package gazette.studio;

import gazette.article.Origin;
import gazette.edition.Form;
import gazette.edition.Plan;
import gazette.edition.Story;
import gazette.edition.Verdict;
import gazette.proof.Look;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an editor decides about the coming edition. Each answers with the page that it was decided on, at the same row. */
final class PlanChanges implements StudioPages {
    static final String STORY = "/next/story";
    static final String NOTE = "/next/note";
    static final String OVER = "/next/over";

    private final Desk desk;
    private final Drafts drafts;

    PlanChanges(Desk desk, Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.change(STORY, this::story);
        routes.change(NOTE, this::note);
        routes.change(OVER, this::over);
    }

    /** One thing that can be decided about an article. */
    private interface Decision {
        Plan on(Plan plan, Origin article, List<Story> shown);
    }

    private static final Map<String, Decision> DECISIONS = Map.of(
            "up", (plan, article, shown) -> plan.movedUp(article, shown),
            "down", (plan, article, shown) -> plan.movedDown(article, shown),
            "out", (plan, article, shown) -> plan.leftOut(article),
            "back", (plan, article, shown) -> plan.putBack(article),
            "usual", (plan, article, shown) -> plan.undecided(article),
            "long", (plan, article, shown) -> plan.inForm(article, Form.LONG),
            "short", (plan, article, shown) -> plan.inForm(article, Form.SHORT),
            "brief", (plan, article, shown) -> plan.inForm(article, Form.BRIEF),
            "laid-out", (plan, article, shown) -> plan.inUsualForm(article));

    private void story(Context context) {
        Where where = Where.of(context, desk.settings());
        Draft draft = drafts.of(where, Look.COMING);
        Decision decision = DECISIONS.get(form(context, "do"));
        Optional<Origin> article = article(draft, form(context, "article"));
        if (decision == null || article.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        List<Story> shown =
                draft.proof().map(proof -> proof.edition().stories()).orElse(List.of());
        change(where, plan -> decision.on(plan, article.get(), shown));
        back(context, "#article-" + ArticleAddress.of(article.get()).id());
    }

    /** Only what is a candidate, or was one, can be decided about. */
    private static Optional<Origin> article(Draft draft, String id) {
        return draft.outlook().stream()
                .flatMap(outlook -> outlook.verdicts().stream())
                .map(Verdict::origin)
                .filter(origin -> ArticleAddress.of(origin).id().equals(id))
                .findFirst();
    }

    private void note(Context context) {
        String typed = form(context, "note").replace("\r\n", "\n");
        change(Where.of(context, desk.settings()), plan -> plan.withNote(typed));
        back(context, "#note");
    }

    private void over(Context context) {
        change(Where.of(context, desk.settings()), plan -> Plan.NONE);
        back(context, "#stories");
    }

    private void change(Where where, UnaryOperator<Plan> change) {
        desk.plans().change(where.newsletter().id(), where.cadence().name(), change);
    }

    private static void back(Context context, String row) {
        Address page = Address.of(context).at(Room.NEXT.path()).without(Tests.PARAMETER);
        context.redirect(page + row, HttpStatus.SEE_OTHER);
    }

    private static String form(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }
}
