package gazette.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Paragraph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanTest {
    private static final Origin A = origin("a");

    private static Origin origin(String name) {
        return new Origin("folder:articles", name);
    }

    /** Stories such as {@code l a:un b:un}, the section behind the colon. */
    private static List<Story> shown(String written) {
        return Arrays.stream(written.split(" "))
                .map(one -> one.split(":"))
                .map(one -> story(one[0], one.length == 1 ? "" : one[1]))
                .toList();
    }

    private static Story story(String name, String section) {
        Article article = new Article(
                origin(name),
                Locale.FRENCH,
                Optional.of("Titre " + name),
                "",
                List.of(new Paragraph("Le texte.")),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        return new Story(article, List.of(), List.of(), false, section, Form.LONG);
    }

    private static String order(Plan plan) {
        return String.join(" ", plan.order().stream().map(Origin::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "l a b c, b, 1, l b",
        "l a b c, c, 0, c",
        "l a b c, l, 2, a b l",
        "l a b c, a, 9, l b c a",
        "l a b c, c, -3, c",
        "l a b c, a, 1, ''",
        "l a b c, x, 1, ''",
        "l a:un b:un c:deux d:deux, c, 2, l c",
        "l a:un b:un c:deux d:deux, d, 1, l d",
        "l a:un b:un c:deux d:deux, b, 3, l c d a b",
        "l a:un b:un c:deux d:deux, a, 4, l c d b a",
        "l a:un b:un c:deux d:deux, d, 3, l a b d",
        "l a:un b:un c:deux d:deux, d, 0, d",
        "l a:un b:deux c:deux d, d, 2, l a d",
    })
    void aMovedStoryIsNamedWithThoseAboveItAndTakesItsSectionAlongBeyondIt(
            String shown, String story, int place, String order) {
        assertThat(order(Plan.NONE.moved(origin(story), place, shown(shown)))).isEqualTo(order);
    }

    @Test
    void upAndDownAreOnePlace() {
        List<Story> shown = shown("a b c");

        assertThat(order(Plan.NONE.movedUp(origin("c"), shown))).isEqualTo("a c");
        assertThat(order(Plan.NONE.movedDown(origin("a"), shown))).isEqualTo("b a");
        assertThat(Plan.NONE.movedUp(origin("a"), shown)).isEqualTo(Plan.NONE);
        assertThat(Plan.NONE.movedDown(origin("c"), shown)).isEqualTo(Plan.NONE);
        assertThat(Plan.NONE.movedDown(origin("x"), shown)).isEqualTo(Plan.NONE);
        assertThat(Plan.NONE.movedUp(origin("x"), shown)).isEqualTo(Plan.NONE);
    }

    @Test
    void whatWasPlacedBeforeStaysPlaced() {
        Plan plan = Plan.NONE.moved(origin("d"), 2, shown("a b c d e"));

        Plan moved = plan.moved(origin("b"), 0, shown("a b d c e"));

        assertThat(order(moved)).isEqualTo("b a d");
    }

    @Test
    void whatIsPutBackAfterItWasLeftOutStandsAsBefore() {
        assertThat(Plan.NONE.leftOut(A).putBack(A)).isEqualTo(Plan.NONE);
        assertThat(Plan.NONE.putBack(A).leftOut(A).isPutBack(A)).isFalse();
        assertThat(Plan.NONE.putBack(A).leftOut(A).putBack(A)).isEqualTo(Plan.NONE.putBack(A));
    }

    @Test
    void oneStoryIsForgottenWithoutTheOthers() {
        Plan plan =
                new Plan(List.of(A, origin("b")), Set.of(A), Set.of(A), Map.of(A, Form.SHORT), Optional.of("Bonjour."));

        assertThat(plan.undecided(A))
                .isEqualTo(new Plan(List.of(origin("b")), Set.of(), Set.of(), Map.of(), Optional.of("Bonjour.")));
    }

    @Test
    void aFormIsDecidedAndLeftToTheNewsletterAgain() {
        Plan brief = Plan.NONE.inForm(A, Form.LONG).inForm(A, Form.BRIEF);

        assertThat(brief.forms()).containsExactly(Map.entry(A, Form.BRIEF));
        assertThat(brief.inUsualForm(A).isEmpty()).isTrue();
    }

    @Test
    void aBlankNoteIsNone() {
        assertThat(Plan.NONE.withNote("Bonjour.").note()).contains("Bonjour.");
        assertThat(Plan.NONE.withNote("Bonjour.").withNote(" \n").isEmpty()).isTrue();
    }

    @Test
    void anOrderNamesNobodyTwice() {
        assertThatThrownBy(() -> new Plan(List.of(A, A), Set.of(), Set.of(), Map.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }
}
