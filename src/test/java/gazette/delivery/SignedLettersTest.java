package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.dkim.Engine;
import gazette.dkim.Keys;
import gazette.dkim.OtherVerifier;
import gazette.dkim.Signer;
import gazette.dkim.SigningDomain;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.render.Renderer;
import gazette.subscriber.Readership;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the edition and the reader, the letter that goes out is what the domain signed, and the same each time. */
final class SignedLettersTest {
    private static final Path NASTY = Path.of("src/test/resources/gazette/delivery/templates");

    @TempDir
    private Path folder;

    private Tokens tokens;

    @BeforeEach
    void openTheKeys() {
        tokens = Tokens.open(folder.resolve("secret.key"));
    }

    private Press press(SigningDomain domain) {
        return new Press(tokens, new Renderer(NASTY), Optional.of(new Signer(domain, Engine.fastest())));
    }

    @Test
    void everySignatureHoldsForNastyEditionsAndReaders() throws GeneralSecurityException {
        AnyEdition editions = new AnyEdition(8463);
        List<Subscriber> readers = AnyEdition.readers(8463, 500);
        Press press = press(Keys.both());
        Press again = press(Keys.both());
        Press unsigned = new Press(tokens, new Renderer(NASTY));
        for (int i = 0; i < 500; i++) {
            Edition edition = editions.edition(i);
            Variant variant = editions.variant();
            Rendering rendering = Sample.rendering(variant);
            Subscriber reader = readers.get(i);

            Letter letter = (Letter) press.compile(edition, rendering).letter(reader, "");
            Letter second = (Letter) again.compile(edition, rendering).letter(reader, "");
            Letter bare = (Letter) unsigned.compile(edition, rendering).letter(reader, "");

            assertSigned(letter, bare, 2);
            assertThat(second.octets()).isEqualTo(letter.octets());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"digest", "brief", "single", "plain", "borders", "bare", "addressed", "logic"})
    void everySignatureHoldsForEveryReaderOfATemplate(String template)
            throws GeneralSecurityException, MessagingException, IOException {
        Edition edition = Sample.topical(template);
        Renderer renderer = new Renderer(NASTY);
        Rendering rendering = renderer.render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY);
        CompiledEdition signed = press(Keys.rsa()).compile(edition, rendering);
        CompiledEdition unsigned = new Press(tokens, renderer).compile(edition, rendering);
        for (Subscriber reader : new AnyReader(template.hashCode()).many(40)) {
            if (signed.letter(reader, "[TEST] ") instanceof Letter letter) {
                assertSigned(letter, (Letter) unsigned.letter(reader, "[TEST] "), 1);
                assertThat(ReadLetter.of(letter).text())
                        .isEqualTo(ReadLetter.of((Letter) unsigned.letter(reader, ""))
                                .text());
            }
        }
    }

    private static void assertSigned(Letter letter, Letter bare, int signatures) throws GeneralSecurityException {
        int size = letter.size();
        byte[] octets = letter.octets();
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        byte[] own = bare.octets();

        assertThat(octets).hasSize(size);
        assertThat(Arrays.copyOfRange(octets, size - own.length, size)).isEqualTo(own);
        assertThat(text).startsWith("DKIM-Signature: v=1;").endsWith("\r\n");
        for (String line : text.split("\r\n")) {
            assertThat(line.length()).isLessThanOrEqualTo(998);
            assertThat(line).doesNotStartWith(".");
        }
        assertThat(new OtherVerifier(Keys.records(Keys.both())).verdicts(octets))
                .as(text)
                .hasSize(signatures)
                .containsOnly("pass");
        assertThat(letter.octets()).isEqualTo(octets);
    }

    @Test
    void aTestIsSignedAsWhatItIs() {
        Rendering rendering = Sample.rendering(Sample.variant());
        CompiledEdition edition = press(Keys.rsa()).compile(Sample.edition(), rendering);

        Letter real = (Letter) edition.letter(Sample.reader(1), "");
        Letter test = (Letter) edition.letter(Sample.reader(1), "[TEST] ");

        assertThat(test.octets()).isNotEqualTo(real.octets());
        assertThat(test.octets()).isEqualTo(((Letter) edition.letter(Sample.reader(1), "[TEST] ")).octets());
    }

    @Test
    void theWeightOfAnEditionCountsItsSignature() {
        Rendering rendering = Sample.rendering(Sample.variant());
        CompiledEdition signed = press(Keys.rsa()).compile(Sample.edition(), rendering);
        CompiledEdition unsigned = new Press(tokens, new Renderer(NASTY)).compile(Sample.edition(), rendering);
        int signature = ((Letter) signed.letter(Sample.reader(1), "")).size()
                - ((Letter) unsigned.letter(Sample.reader(1), "")).size();

        assertThat(signature).isBetween(600, 900);
        assertThat(signed.largest(Map.of()).message()
                        - unsigned.largest(Map.of()).message())
                .isEqualTo(signature);
    }
}
