package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FieldTest {
    private static final String TEXT =
            "<p title=\"" + Field.marker("name") + "\">" + Field.marker("first-name_2") + "</p>";

    @Test
    void everyMarkerIsFilledWithItsValueAsItIs() {
        assertThat(Field.fill(TEXT, name -> name.equals("name") ? "$1 & \\" : ""))
                .isEqualTo("<p title=\"$1 & \\\"></p>");
    }

    @Test
    void inHtmlAValueIsWordsAndNothingElse() {
        assertThat(Field.fillHtml(TEXT, name -> "\"><script>'&amp;"))
                .isEqualTo(
                        "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;amp;\">&quot;&gt;&lt;script&gt;&#39;&amp;amp;</p>");
    }

    @Test
    void aValueThatLooksLikeAMarkerIsNotFilledAgain() {
        assertThat(Field.fill(Field.marker("name"), name -> Field.marker("address")))
                .isEqualTo(Field.marker("address"));
    }
}
