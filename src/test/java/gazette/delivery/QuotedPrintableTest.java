package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.delivery.QuotedPrintable.End;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotedPrintableTest {
    private static final List<String> PIECES = List.of(
            "a",
            "mot",
            "é",
            "🌞",
            " ",
            "\t",
            ".",
            "..",
            "From ",
            "From",
            "=",
            "=20",
            "\n",
            "\n\n",
            "\n.",
            "\u202F",
            "--=_",
            "x".repeat(74),
            "x".repeat(76),
            "é".repeat(12));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "été = été|=C3=A9t=C3=A9 =3D =C3=A9t=C3=A9",
                ".un point|=2Eun point",
                "un .point.|un .point.",
                "From la rédaction|=46rom la r=C3=A9daction",
                "Fromage|Fromage",
                "'blanc '|blanc=20",
                "'tab\t'|tab=09",
                "\uD83C\uDF1E|=F0=9F=8C=9E"
            })
    void aLineIsWrittenAsEveryServerPassesItOn(String line, String encoded) {
        assertThat(encoded(line, End.OF_LINE)).isEqualTo(encoded);
        assertThat(encoded(line + "\n", End.OF_LINE)).isEqualTo(encoded + "\r\n");
        assertThat(encoded(line + "\r\n" + line, End.OF_LINE)).isEqualTo(encoded + "\r\n" + encoded);
    }

    @Test
    void aLineOfSeventySixIsWholeAndALongerOneIsBrokenBeforeThat() {
        assertThat(encoded("x".repeat(76), End.OF_LINE)).isEqualTo("x".repeat(76));
        assertThat(encoded("x".repeat(77), End.OF_LINE)).isEqualTo("x".repeat(75) + "=\r\nxx");
        assertThat(encoded("x".repeat(76), End.OF_STRETCH)).isEqualTo("x".repeat(75) + "=\r\nx=\r\n");
        assertThat(encoded("x".repeat(72) + "éy", End.OF_LINE))
                .as("no character is cut in two")
                .isEqualTo("x".repeat(72) + "=\r\n=C3=A9y");
    }

    @Test
    void aLineThatIsBrokenBeforeADotOrAFromStaysSafe() {
        assertThat(encoded("x".repeat(75) + ".y", End.OF_LINE)).isEqualTo("x".repeat(75) + "=\r\n=2Ey");
        assertThat(encoded("x".repeat(75) + "From y", End.OF_LINE)).isEqualTo("x".repeat(75) + "=\r\n=46rom y");
    }

    @Test
    void aStretchEndsAtTheBeginningOfALineWithoutSayingSo() {
        assertThat(encoded("Bonjour ", End.OF_STRETCH)).isEqualTo("Bonjour =\r\n");
        assertThat(encoded("Bonjour\n", End.OF_STRETCH)).isEqualTo("Bonjour\r\n");
        assertThat(encoded("", End.OF_STRETCH)).isEmpty();
    }

    @Test
    void whateverIsWrittenInHoweverManyStretchesIsReadBackAsItWas() throws MessagingException, IOException {
        Random chance = new Random(6);
        for (int round = 0; round < 2000; round++) {
            StringBuilder whole = new StringBuilder();
            Octets octets = new Octets(16);
            int stretches = 1 + chance.nextInt(5);
            for (int i = 0; i < stretches; i++) {
                String stretch = words(chance);
                whole.append(stretch);
                QuotedPrintable.write(stretch, i + 1 == stretches ? End.OF_LINE : End.OF_STRETCH, octets);
            }

            String encoded = new String(octets.toByteArray(), StandardCharsets.ISO_8859_1);

            assertThat(decoded(octets.toByteArray())).isEqualTo(whole.toString().replace("\n", "\r\n"));
            assertThat(encoded.replace("\r\n", "")).doesNotContain("\r", "\n").matches("[\\t -~]*");
            assertThat(encoded.split("\r\n", -1)).allSatisfy(QuotedPrintableTest::assertPassesEveryServer);
        }
    }

    @Test
    void halfACharacterHasNoOctets() {
        assertThatThrownBy(() -> encoded("a\uD800b", End.OF_LINE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encoded("a\uDC00", End.OF_LINE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertPassesEveryServer(String line) {
        assertThat(line.length()).isLessThanOrEqualTo(76);
        assertThat(line).doesNotStartWith(".").doesNotStartWith("From ").doesNotMatch(".*[ \\t]");
    }

    private static String encoded(String text, End end) {
        Octets octets = new Octets(8);
        QuotedPrintable.write(text, end, octets);
        return new String(octets.toByteArray(), StandardCharsets.US_ASCII);
    }

    private static String decoded(byte[] encoded) throws MessagingException, IOException {
        return new String(
                MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private static String words(Random chance) {
        StringBuilder text = new StringBuilder();
        for (int i = chance.nextInt(12); i > 0; i--) {
            text.append(PIECES.get(chance.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
