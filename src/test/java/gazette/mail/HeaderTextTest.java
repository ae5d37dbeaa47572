package gazette.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 9, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029, 0x560A, 0x560D, 0xD800,
                0xDFFF
            })
    void aCharacterThatCouldEndALineIsFound(int character) {
        String text = "Subject" + (char) character + "Bcc: reader-2@example.org";

        assertThat(HeaderText.hasControl(text)).isTrue();
        assertThat(HeaderText.onOneLine(text)).isEqualTo("Subject Bcc: reader-2@example.org");
        assertThatThrownBy(() -> HeaderText.checked("the title", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the title holds a line break or another control character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Le réseau électrique tient",
                "«\u202FUne première\u202F»",
                "1\u00A0000 lecteurs",
                "😀 emoji",
                "Čeština a češi",
                "日本語",
                "U+560B is \u560B"
            })
    void ordinaryTextPassesAsItStands(String text) {
        assertThat(HeaderText.hasControl(text)).isFalse();
        assertThat(HeaderText.checked("the title", text)).isSameAs(text);
        assertThat(HeaderText.onOneLine(text)).isEqualTo(text);
    }

    @Test
    void runsOfBlanksAndBreaksBecomeOneSpaceAndTheEndsAreBare() {
        assertThat(HeaderText.onOneLine("  1 rue de l'Exemple\r\n\t 75002   Paris\n"))
                .isEqualTo("1 rue de l'Exemple 75002 Paris");
        assertThat(HeaderText.onOneLine("\r\n")).isEmpty();
        assertThat(HeaderText.onOneLine(" ")).isEmpty();
        assertThat(HeaderText.onOneLine("a ")).isEqualTo("a");
        assertThat(HeaderText.onOneLine(" a")).isEqualTo("a");
        assertThat(HeaderText.onOneLine("a  b")).isEqualTo("a b");
    }
}
