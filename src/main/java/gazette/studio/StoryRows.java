package gazette.studio;

import gazette.article.Origin;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Form;
import gazette.edition.Plan;
import gazette.edition.Story;
import gazette.edition.Verdict;
import gazette.edition.Verdict.Place;
import gazette.proof.Proof;
import gazette.render.Typography;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The stories of the coming edition, row by row, with what its plan decides of each. For one page. */
final class StoryRows {
    private final Plan plan;

    StoryRows(Plan plan) {
        this.plan = plan;
    }

    /** Those that are in, in their order. */
    List<Map<String, Object>> in(Proof proof) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Story> stories = proof.edition().stories();
        for (int place = 0; place < stories.size(); place++) {
            Story story = stories.get(place);
            Map<String, Object> row = new HashMap<>(row(story.article().origin()));
            row.put(
                    "title",
                    Typography.set(story.article().title(), story.article().language()));
            row.put("language", story.article().language().toLanguageTag());
            row.put("credits", story.article().credits());
            row.put("section", story.section());
            row.put("isUpdate", story.isUpdate());
            row.put("form", word(story.form()));
            row.put("isFirst", place == 0);
            row.put("isLast", place == stories.size() - 1);
            row.put("why", why(proof.outlook(), story));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> why(Outlook outlook, Story story) {
        return outlook.verdicts().stream()
                .filter(verdict -> verdict.origin().equals(story.article().origin()) && verdict.place() == Place.IN)
                .findFirst()
                .map(verdict -> VerdictWords.model(verdict.why()))
                .orElseGet(() -> VerdictWords.model(""));
    }

    private Map<String, Object> row(Origin origin) {
        ArticleAddress article = ArticleAddress.of(origin);
        Form form = plan.forms().get(origin);
        return Map.of(
                "id",
                article.id(),
                "href",
                article.path(),
                "asked",
                form == null ? "laid-out" : word(form),
                "isDecided",
                form != null
                        || plan.order().contains(origin)
                        || plan.out().contains(origin)
                        || plan.in().contains(origin));
    }

    private static String word(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** What is not in: copies, what waits, what is out. */
    List<Map<String, Object>> others(Outlook outlook) {
        return outlook.verdicts().stream()
                .filter(verdict -> verdict.place() != Place.IN)
                .map(this::other)
                .toList();
    }

    private Map<String, Object> other(Verdict verdict) {
        Map<String, Object> row = new HashMap<>(row(verdict.origin()));
        row.put("title", Typography.set(verdict.title(), verdict.language()));
        row.put("language", verdict.language().toLanguageTag());
        row.put("place", verdict.place().name().toLowerCase(Locale.ROOT));
        row.put("why", VerdictWords.model(verdict.why()));
        row.put("isLeftOut", plan.out().contains(verdict.origin()));
        return row;
    }
}
