package gazette.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body is hashed as RFC 6376 says, wherever it is cut, and whatever of it was worked out before. */
final class RelaxedBodyTest {
    private static final String[] PIECES = {
        " ",
        "  ",
        "\t",
        " \t ",
        "\r\n",
        "\r\n\r\n",
        " \r\n",
        "\t\r\n \r\n",
        "a",
        "b c",
        "=",
        ".",
        "é",
        "x\ty",
        "\r",
        "\n",
        "="
    };

    @ParameterizedTest
    @CsvSource(
            value = {
                "' C \\r\\nD \\t E\\r\\n\\r\\n\\r\\n'; ' C\\r\\nD E\\r\\n'", // RFC 6376, 3.4.5
                "''; ''",
                "'\\r\\n'; ''",
                "' \\t\\r\\n\\r\\n'; ''",
                "'a'; 'a\\r\\n'",
                "'a  '; 'a\\r\\n'",
                "'\\r\\na'; '\\r\\na\\r\\n'",
                "' a'; ' a\\r\\n'",
                "'a\\r\\n \\r\\nb'; 'a\\r\\n\\r\\nb\\r\\n'",
                "'a\\tb'; 'a b\\r\\n'"
            },
            delimiter = ';')
    void theFormIsTheOneThatReceiversComeTo(String body, String canonical) throws GeneralSecurityException {
        byte[] octets = octets(body.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t"));
        String expected = canonical.replace("\\r", "\r").replace("\\n", "\n");

        assertThat(begin().add(octets, 0, octets.length).hash()).isEqualTo(sha256(expected));
        assertThat(begin().add(Stretch.of(octets)).hash()).isEqualTo(sha256(expected));
    }

    @Test
    void theHeaderFieldsAreThoseOfTheStandardsExample() {
        String head = "A: X\r\nB : Y\t\r\n\tZ  \r\n";

        String canonical = new String(Head.of(octets(head)).canonical(List.of("a", "b")), StandardCharsets.ISO_8859_1);

        assertThat(canonical).isEqualTo("a:X\r\nb:Y Z\r\n");
    }

    @Test
    void cutsAndStretchesChangeNothing() throws GeneralSecurityException {
        Random chance = new Random(6376);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder();
            BodyHash hash = begin();
            for (int parts = chance.nextInt(6); parts > 0; parts--) {
                String part = part(chance);
                body.append(part);
                hash = add(chance, hash, octets(part));
            }

            assertThat(hash.hash())
                    .as("%s", (Object) body.chars().toArray())
                    .isEqualTo(sha256(OtherVerifier.body(body.toString())));
        }
    }

    private static BodyHash add(Random chance, BodyHash hash, byte[] octets) {
        return switch (chance.nextInt(3)) {
            case 0 -> hash.add(Stretch.of(octets));
            case 1 -> hash.copy().add(octets, 0, octets.length);
            default -> {
                int cut = chance.nextInt(octets.length + 1);
                yield hash.add(octets, 0, cut).copy().add(octets, cut, octets.length);
            }
        };
    }

    private static String part(Random chance) {
        StringBuilder part = new StringBuilder();
        for (int i = chance.nextInt(5); i > 0; i--) {
            part.append(PIECES[chance.nextInt(PIECES.length)]);
        }
        return part.toString();
    }

    @Test
    void aStretchThatIsCanonicalIsNotCopied() {
        assertThat(Stretch.of(octets("\r\n  une ligne\r\nune autre =\r\n \t\r\n"))
                        .octets())
                .isZero();
        assertThat(Stretch.of(octets("deux  blancs")).octets()).isEqualTo(11);
        assertThat(Stretch.of(octets("un\tblanc")).octets()).isEqualTo(8);
    }

    private static BodyHash begin() {
        return new Signer(Keys.rsa(), Engine.standard()).body();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(octets(text));
    }
}
