package gazette.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signatures verify, cover what they should, and are the same each time. */
final class SignerTest {
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");

    /** RFC 8463, A.2. */
    private static final Map<String, String> FOOTBALL = Map.of(
            "brisbane._domainkey.football.example.com",
            "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            "test._domainkey.football.example.com",
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/"
                    + "J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2E"
                    + "eC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");

    private static final String HEAD = """
            From: La Gazette <lettre@example.org>
            To: reader-1@example.org
            Subject: =?UTF-8?Q?L=E2=80=99=C3=A9dition?=
              du  jour\t
            Date: Sun, 22 Nov 2026 07:00:00 +0100
            X-Own: 1
            List-Unsubscribe: <https://lettre.example.org/unsubscribe/x>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click

            """.replace("\n", "\r\n");

    private static final String BODY = "Bonjour,\r\n\r\nun  texte \t avec des blancs =\r\n\r\n\r\n";

    private static byte[] standardsMessage() {
        return Keys.text("rfc8463.eml").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theOtherVerifierTakesTheStandardsExample() throws GeneralSecurityException {
        assertThat(new OtherVerifier(FOOTBALL).verdicts(standardsMessage())).containsExactly("pass", "pass");
    }

    @Test
    void theStandardsExampleHoldsAndWithAnotherWordItDoesNot() {
        byte[] seed = Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=");
        SelectedKey brisbane = new SelectedKey("brisbane", SigningKeyTest.ed25519(seed));
        SigningDomain football = new SigningDomain(
                "football.example.com", new SelectedKey("other", Keys.key("rsa")), Optional.of(brisbane));
        String message = new String(standardsMessage(), StandardCharsets.ISO_8859_1);

        assertThat(SeenSignature.in(standardsMessage()))
                .extracting(signature -> signature.verifiesBy(football))
                .containsExactly(Optional.of(true), Optional.empty());
        for (String other : List.of(
                message.replace("hungry", "angry"),
                message.replace("Is dinner", "Was dinner"),
                message.replace("t=1528637909", "t=1528637910"),
                message.replace("From: Joe", "Subject: x\r\nFrom: Joe"))) {
            assertThat(SeenSignature.in(other.getBytes(StandardCharsets.ISO_8859_1))
                            .get(0)
                            .verifiesBy(football))
                    .contains(false);
        }
    }

    private static byte[] signed(SigningDomain domain, Engine engine) {
        Signer signer = new Signer(domain, engine);
        byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
        byte[] body = BODY.getBytes(StandardCharsets.US_ASCII);
        Draft draft = signer.draft(head, AT);
        byte[] fields = draft.fields(signer.body().add(body, 0, body.length).hash());
        assertThat(fields).hasSize(draft.length());
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(fields);
        message.writeBytes(head);
        message.writeBytes(body);
        return message.toByteArray();
    }

    @Test
    void bothSignaturesHold() throws GeneralSecurityException {
        byte[] message = signed(Keys.both(), Engine.standard());

        assertThat(new OtherVerifier(Keys.records(Keys.both())).verdicts(message))
                .containsExactly("pass", "pass");
        assertThat(SeenSignature.in(message))
                .extracting(signature -> signature.verifiesBy(Keys.both()))
                .containsExactly(Optional.of(true), Optional.of(true));
    }

    @Test
    void theFieldIsFoldedAndSaysWhatItCovers() {
        String message = new String(signed(Keys.rsa(), Engine.standard()), StandardCharsets.ISO_8859_1);
        String field = message.substring(0, message.indexOf("From: "));

        assertThat(field.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
        assertThat(field.replaceAll("\r\n\t", " "))
                .startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=g1;")
                .contains(" t=1795327200;")
                .doesNotContain("l=", "x-own");
        assertThat(SeenSignature.in(message.getBytes(StandardCharsets.ISO_8859_1))
                        .get(0)
                        .names())
                .containsExactly(
                        "from",
                        "to",
                        "subject",
                        "date",
                        "list-unsubscribe",
                        "list-unsubscribe-post",
                        "from",
                        "reply-to",
                        "to",
                        "cc",
                        "subject",
                        "date");
    }

    @Test
    void nobodyCanAddAFieldThatPeopleSee() throws GeneralSecurityException {
        String message = new String(signed(Keys.both(), Engine.standard()), StandardCharsets.ISO_8859_1);
        OtherVerifier verifier = new OtherVerifier(Keys.records(Keys.both()));

        for (String added :
                List.of("From: x@example.net", "Subject: x", "Reply-To: x@example.net", "Cc: x@example.net")) {
            byte[] other = (added + "\r\n" + message).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(verifier.verdicts(other)).as(added).containsExactly("signature", "signature");
        }
        byte[] received = ("Received: from a by b\r\n" + message).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(verifier.verdicts(received)).containsExactly("pass", "pass");
    }

    @Test
    void theFasterEngineMakesTheSameOctets() {
        Engine fastest = Engine.fastest();
        assumeThat(fastest.name())
                .as("Amazon's library is not on the class path, or does not load here")
                .startsWith("AmazonCorretto");

        assertThat(signed(Keys.both(), fastest)).isEqualTo(signed(Keys.both(), Engine.standard()));
    }

    @Test
    void manyThreadsSignAtOnce() {
        Signer signer = new Signer(Keys.both(), Engine.fastest());
        byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
        byte[] hash = signer.body().hash();
        Map<String, Integer> seen = new ConcurrentHashMap<>();

        IntStream.range(0, 200)
                .parallel()
                .forEach(i -> seen.merge(
                        new String(signer.draft(head, AT).fields(hash), StandardCharsets.US_ASCII), 1, Integer::sum));

        assertThat(seen).hasSize(1);
    }
}
