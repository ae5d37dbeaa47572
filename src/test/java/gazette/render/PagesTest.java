package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PagesTest {
    private final Pages pages = new Pages(new JarFolder("gazette/render/pages"));

    @Test
    void aPageIsPrintedWithItsWordsAndEveryValueEscaped() {
        String page = pages.page("hello", Locale.FRANCE, Map.of("names", List.of("<b>", "Zoé"), "count", 1200));

        assertThat(page)
                .isEqualTo("<html lang=\"fr-FR\">\n<p>Bonjour &lt;b&gt;\u202F!</p>\n<p>Bonjour Zoé\u202F!</p>\n1200\n");
    }

    @Test
    void aPageInALanguageWithoutWordsIsEnglish() {
        assertThat(pages.page("hello", Locale.GERMANY, Map.of("names", List.of("Zoé"), "count", 1)))
                .contains("<p>Hello Zoé!</p>");
    }

    @Test
    void aPageSeesNoObjectsOfTheProgram() {
        assertThatThrownBy(() -> pages.page("hello", Locale.UK, Map.of("names", List.of(new Object()), "count", 1)))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContainingAll("hello.ftlh (built in), line 2, column 1: ", "won't wrap this type");
    }

    @Test
    void aMissingPageIsNamed() {
        assertThatThrownBy(() -> pages.page("bye", Locale.UK, Map.of()))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("there is no pages/bye.ftlh");
    }
}
