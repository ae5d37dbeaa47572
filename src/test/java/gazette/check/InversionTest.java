package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InversionTest {
    private final Inversion inversion = new Inversion();

    @Test
    void groundsTextsAndLinesAreEachChangedInTheirOwnWay() {
        assertThat(inversion.styles("p{background:#fff;color:#222;border:1px solid #333}"))
                .isEqualTo("p{background:#1c1c1c;color:#dddddd;border:1px solid #cccccc}");
        assertThat(inversion.styles("background-color:#1d4f7c;color:white;border-top:1px solid #dcd8ce"))
                .isEqualTo("background-color:#1d4f7c;color:white;border-top:1px solid #312d23");
    }

    @ParameterizedTest
    @CsvSource({
        "outline:1px solid #333, outline:1px solid #cccccc",
        "column-rule:1px solid #333, column-rule:1px solid #cccccc",
        "text-decoration:underline #222, text-decoration:underline #dddddd",
        "text-decoration-color:#222, text-decoration-color:#dddddd",
        "-webkit-text-fill-color:#222, -webkit-text-fill-color:#dddddd",
        "'background:url(data:image/png;base64,AA) #fff', 'background:url(data:image/png;base64,AA) #1c1c1c'"
    })
    void everyPropertyThatDrawsIsChangedToItsEnd(String written, String drawn) {
        assertThat(inversion.styles(written)).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"ivory", "'rgb(250, 240, 230)'", "'hsla(40,100%,90%,.5)'", "#FFF"})
    void whatTheChecksMeasureIsWhatIsDrawn(String written) {
        Colour measured =
                Appearance.INVERTED.ground(new ColourReader().read(written).orElseThrow());

        assertThat(inversion.ground(written)).isEqualTo(measured.css());
        assertThat(inversion.styles("background: " + written + " none"))
                .isEqualTo("background: " + measured.css() + " none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p::before { content: \"color: black\" }",
                "p::before { content: \"\\\";color:black\" }",
                "a.color:hover { margin: 0 }",
                "outline:is(tan) { margin: 0 }",
                "color: rgba(0, 0, 0, 0)",
                "background: rgba(255, 255, 255, 0)",
                "color:hover, b { margin: 0 }",
                "--color: black; color: var(--color)",
                "background: transparent url(\"white;black.png\")",
                "color: inherit !important",
                "border-radius: 4px",
                "color:",
                "background: url("
            })
    void allElseStaysAsItIsWritten(String css) {
        assertThat(inversion.styles(css)).isEqualTo(css);
    }
}
