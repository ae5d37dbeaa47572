package gazette.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.text.TextDecoder.Decoding;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextDecoderTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Test
    void readsWhateverNewsroomsWriteIn() {
        String text = "L’été à Nîmes : 3 € l’œuf…\n";

        assertThat(text(text.getBytes(UTF_8))).isEqualTo(text);
        assertThat(text(("\uFEFF" + text).getBytes(UTF_8))).isEqualTo(text);
        assertThat(text(text.getBytes(WINDOWS_1252))).isEqualTo(text);
        assertThat(text(text.getBytes(UTF_16))).isEqualTo(text);
        assertThat(text(("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo(text);
    }

    @Test
    void octetsWithoutACharacterBecomeASignThatReadersSee() {
        byte[] octets = "un texte a\u0081\u008D\u008F\u0090\u009Dbé".getBytes(ISO_8859_1);

        assertThat(text(octets)).isEqualTo("un texte a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDbé");
    }

    @Test
    void whatIsMostlyBeyondAsciiAndNoUtf8IsNoText() {
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
        byte[] otherAlphabet = "Сегодня мост закрыт.".getBytes(Charset.forName("windows-1251"));

        assertThat(why(picture)).contains("no text", "save it as plain text in UTF-8");
        assertThat(why(otherAlphabet)).contains("alphabet", "UTF-8");
        assertThat(text("Сегодня мост закрыт.".getBytes(UTF_8))).startsWith("Сегодня");
    }

    @Test
    void theEndOfATextUnderDosIsNoText() {
        assertThat(text("Fin.\r\n\u001A".getBytes(UTF_8))).isEqualTo("Fin.\r\n");
    }

    @Test
    void refusesWhatIsNoTextAndSaysWhy() {
        assertThat(why(new byte[0])).contains("empty");
        assertThat(why(" \n\u00A0\t\u202F\n".getBytes(UTF_8))).contains("blanks");
        assertThat(why("\uFEFF".getBytes(UTF_8))).contains("blanks");
        assertThat(why("a\u0000b".getBytes(UTF_8))).contains("octets of zero");
        assertThat(why("Texte".getBytes(UTF_16LE))).contains("octets of zero").contains("UTF-8");
        assertThat(why("un\r\ndeux\u0007".getBytes(UTF_8)))
                .startsWith("line 2 ")
                .contains("U+0007");
        assertThat(why("un\u009Fdeux".getBytes(UTF_8))).contains("U+009F");
        assertThat(why("a\n".repeat(20_001).getBytes(UTF_8))).contains("20000 lines at most");
        assertThat(text("a\n".repeat(20_000).getBytes(UTF_8))).hasSize(40_000);
        assertThat(why(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'})).contains("UTF-16");
    }

    @Test
    void oneBrokenOctetInGoodUtf8IsReportedRatherThanEveryAccentLost() {
        byte[] octets = "Été, hiver,\nprintempsX, à bientôt".getBytes(UTF_8);
        octets[new String(octets, WINDOWS_1252).indexOf('X')] = (byte) 0xE9;

        assertThat(why(octets)).startsWith("line 2 ").contains("UTF-8");
    }

    @Test
    void asManyGoodAsBrokenCharactersAreChanceInWindows1252() {
        byte[] octets = "un Ã© et un é, puis rien".getBytes(WINDOWS_1252);

        assertThat(text(octets)).isEqualTo("un Ã© et un é, puis rien");
    }

    @Test
    void theLineEndOfMainframesIsALineEnd() {
        assertThat(text("un\u0085deux".getBytes(UTF_8))).isEqualTo("un\u0085deux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "us-ascii", "utf-8", "utf-16", "no-such-charset", "windows-1252"})
    void aPageThatIsNotUtf8IsWindows1252WhateverOfTheseItDeclares(String charset) {
        String page = "<meta charset=" + charset + "><p>L’été à 3 €</p>";

        assertThat(ofPage(page.getBytes(WINDOWS_1252))).isEqualTo(page);
        assertThat(ofPage(page.getBytes(UTF_8))).isEqualTo(page);
    }

    @Test
    void aPageDeclaresItsCharsetInItsFirst1024Octets() {
        String declaration = "<meta charset=windows-1251>";
        String early = " ".repeat(1024 - declaration.length()) + declaration + "Это мост";
        String late = " ".repeat(1025 - declaration.length() + 1) + declaration + "Это мост";

        assertThat(ofPage(early.getBytes(Charset.forName("windows-1251")))).isEqualTo(early);
        assertThat(ofPage(late.getBytes(Charset.forName("windows-1251")))).doesNotContain("мост");
    }

    private static String ofPage(byte[] octets) {
        return TextDecoder.decodePage(octets) instanceof Decoding.Text decoded ? decoded.text() : "";
    }

    private static String text(byte[] octets) {
        return TextDecoder.decode(octets) instanceof Decoding.Text decoded ? decoded.text() : "";
    }

    private static String why(byte[] octets) {
        return TextDecoder.decode(octets) instanceof Decoding.Refused refused ? refused.why() : "";
    }
}
