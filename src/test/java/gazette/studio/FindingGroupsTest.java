package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.check.CheckWords;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Place;
import gazette.check.Sentence;
import gazette.check.Term;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FindingGroupsTest {
    private static final Finding DEAD = new Finding(
            Level.WARN,
            "link-broken",
            Place.MESSAGE,
            Sentence.of("{0} leads to no page: {1}", "https://un.example/", new Term.Said("404 Not Found")),
            Sentence.of("open it in a browser; mend the address, or take the link out"));

    private static final Finding UNSIGNED =
            new Finding(Level.WARN, "dkim-unsigned", Place.MESSAGE, Sentence.of("not signed"), Sentence.of("sign it"));

    private static final FindingGroups GROUPS = new FindingGroups(new CheckWords(), Locale.FRENCH);
    private static final Address HERE = new Address("/checks");

    @Test
    void aFrenchPageHasFrenchSentencesAndMarksTheWordsOfOthers() {
        Map<String, Object> row = row(Locale.FRENCH);

        assertThat(row)
                .containsEntry("title", "Lien mort")
                .containsEntry("place", "message")
                .containsEntry(
                        "what",
                        List.of(
                                run("https://un.example/", "name"),
                                run(" ne mène à aucune page\u00a0: «\u00a0", "prose"),
                                run("404 Not Found", "said"),
                                run("\u00a0».", "prose")))
                .containsEntry(
                        "remedy",
                        List.of(run(
                                "Ouvrez-le dans un navigateur\u202f; corrigez l’adresse, ou retirez le lien.",
                                "prose")));
    }

    @Test
    void anEnglishPageHasTheWordsOfTheRule() {
        assertThat(row(Locale.ENGLISH))
                .containsEntry(
                        "remedy",
                        List.of(run("Open it in a browser; mend the address, or take the link out.", "prose")));
    }

    private static Map<String, String> run(String words, String kind) {
        return Map.of("words", words, "kind", kind);
    }

    @Test
    void casesOfARuleStandTogetherAndWhatTheyHaveInCommonIsSaidOnce() {
        Map<String, Object> page = GROUPS.page(List.of(DEAD, UNSIGNED, DEAD), HERE, FindingSheets.WHOLE);

        Map<String, Object> rule = list(list(page, "groups").get(1), "rules").get(0);

        assertThat(rule).containsEntry("rule", "link-broken");
        assertThat(list(rule, "cases"))
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(each).containsEntry("remedy", List.of()).containsEntry("personas", List.of()));
        assertThat(list(rule, "remedy")).isNotEmpty();
    }

    @Test
    void moreThanAPageHoldsIsOnTheNext() {
        List<Finding> many = Collections.nCopies(10, DEAD);

        Map<String, Object> first = GROUPS.page(many, new Address("/checks", Map.of("last", "3")), 1_000);
        Map<String, Object> last = GROUPS.page(many, new Address("/checks", Map.of("page", "99")), 1_000);

        assertThat(first).containsEntry("before", "").containsEntry("after", "/checks?last=3&page=2");
        assertThat(list(first, "groups").get(1)).containsEntry("count", 10L);
        assertThat(last).containsEntry("after", "");
        assertThat(String.valueOf(last.get("before"))).matches("/checks\\?page=\\d");
    }

    /** The one rule's, with its one case. */
    private static Map<String, Object> row(Locale language) {
        Map<String, Object> rule = list(
                        list(
                                        new FindingGroups(new CheckWords(), language)
                                                .page(List.of(DEAD), HERE, FindingSheets.WHOLE),
                                        "groups")
                                .get(1),
                        "rules")
                .get(0);
        Map<String, Object> row = new HashMap<>(list(rule, "cases").get(0));
        row.putAll(rule);
        return row;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> model, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(model.get(name));
    }
}
