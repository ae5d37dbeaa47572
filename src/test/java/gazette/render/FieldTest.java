package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.render.Field.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FieldTest {
    private static final String TEXT = "<p title=\"" + new Field(Kind.HTML, "name").marker() + "\">"
            + new Field(Kind.TEXT, "first-name_2").marker() + "</p>";

    @Test
    void theKindOfAFieldSaysWhatBecomesOfItsValue() {
        String value = "L'<a> & \"b\"/é";

        assertThat(new Field(Kind.TEXT, "x").fill(name -> value)).isEqualTo(value);
        assertThat(new Field(Kind.HTML, "x").fill(name -> value)).isEqualTo("L&#39;&lt;a&gt; &amp; &quot;b&quot;/é");
        assertThat(new Field(Kind.URL, "x").fill(name -> value)).isEqualTo("L'%3Ca%3E%20%26%20%22b%22%2F%C3%A9");
        assertThat(new Field(Kind.LINK, "x").fill(name -> value)).isEqualTo("L&#39;%3Ca%3E%20%26%20%22b%22%2F%C3%A9");
    }

    @Test
    void everyMarkerIsFilledWithItsOwnValue() {
        assertThat(Field.fill(TEXT, name -> name.equals("name") ? "$1 & \\" : "<2>"))
                .isEqualTo("<p title=\"$1 &amp; \\\"><2></p>");
    }

    @Test
    void aVariantFallsIntoConstantsAndFields() {
        assertThat(Field.pieces(TEXT))
                .isEqualTo(List.of(
                        new Piece.Constant("<p title=\""),
                        new Field(Kind.HTML, "name"),
                        new Piece.Constant("\">"),
                        new Field(Kind.TEXT, "first-name_2"),
                        new Piece.Constant("</p>")));
    }

    @Test
    void aValueThatLooksLikeAMarkerIsWords() {
        assertThat(Field.fill(Samples.marker("name"), name -> Samples.marker("address")))
                .isEqualTo("t:address");
    }

    @Test
    void aValueIsPutOnOneLine() {
        String value = " Une\r\n\u0085lectrice\u2028 \u0000à\u202Fl’heure  ";

        assertThat(Field.fill(Samples.marker("name"), name -> value)).isEqualTo("Une lectrice à\u00A0l’heure");
    }

    @Test
    void aFieldHasANameThatAMarkerCanHold() {
        assertThatThrownBy(() -> new Field(Kind.TEXT, "Prénom")).hasMessageContaining("'Prénom'");
    }
}
