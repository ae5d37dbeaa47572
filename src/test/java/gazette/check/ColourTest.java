package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColourTest {
    private static final ColourReader COLOURS = new ColourReader();

    /** Ratios that other tools give, and that people know by heart. */
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21.0", "#767676, #ffffff, 4.54", "#777777, #ffffff, 4.48", "#0000ff, #ffffff, 8.59",
        "#ff0000, #ffffff, 4.0", "#949494, #ffffff, 3.03", "#8f1418, #fcfbf9, 8.90", "#00ff00, #000000, 15.3"
    })
    void contrastIsThatOfWcag(String ink, String ground, double ratio) {
        assertThat(read(ink).contrast(read(ground))).isCloseTo(ratio, within(0.011));
        assertThat(read(ground).contrast(read(ink))).isCloseTo(ratio, within(0.011));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#fff | #ffffff",
                "ABCDEF | #abcdef",
                "Navy | #000080",
                "rebeccapurple | #663399",
                "rgb(1, 2, 3) | #010203",
                "rgb(100% 0% 0% / 50%) | #ff0000",
                "hsl(120, 100%, 25%) | #008000",
                "hsla(210deg 50% 40% / 1) | #336699"
            })
    void everyWayToWriteAColourIsRead(String written, String hex) {
        assertThat(read(written)).hasToString(hex);
    }

    @Test
    void whatIsNoColourIsNone() {
        assertThat(COLOURS.read("inherit")).isEmpty();
        assertThat(COLOURS.read("#12345")).isEmpty();
        assertThat(COLOURS.read("rgb(1,2)")).isEmpty();
        assertThat(COLOURS.read("rgb(a,b,c)")).isEmpty();
        assertThat(COLOURS.first("url(a/red.png) no-repeat")).isEmpty();
        assertThat(COLOURS.first("url(a.png) #fed no-repeat").orElseThrow()).hasToString("#ffeedd");
    }

    @Test
    void lightnessTurnsAndComesBack() {
        Colour accent = read("#8f1418");

        assertThat(accent.withLightness(accent.lightness())).isEqualTo(accent);
        assertThat(Colour.WHITE.withLightness(0)).isEqualTo(Colour.BLACK);
        assertThat(read("rgba(0,0,0,0.5)").over(Colour.WHITE)).hasToString("#808080");
    }

    private static Colour read(String written) {
        return COLOURS.read(written.strip()).orElseThrow();
    }
}
