package gazette.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpReplyTest {
    private static SmtpReply read(String raw) {
        return SmtpReply.read(raw).orElseThrow();
    }

    @Test
    void aReplyOfOneLineHasACodeAndWords() {
        SmtpReply reply = read("550 5.1.1 No such user\r\n");

        assertThat(reply).isEqualTo(new SmtpReply(new ReplyCode(550), "5.1.1 No such user"));
        assertThat(reply.enhanced()).contains(new EnhancedStatusCode(5, 1, 1));
        assertThat(reply).hasToString("550 5.1.1 No such user");
    }

    @Test
    void theLinesOfALongReplyAreJoined() {
        assertThat(read("250-mx.example.org\r\n250-PIPELINING\n250 8BITMIME").text())
                .isEqualTo("mx.example.org PIPELINING 8BITMIME");
    }

    @Test
    void anEnhancedCodeThatEachLineRepeatsIsReadOnce() {
        assertThat(read("550-5.7.1 Too many\r\n550-5.7.1 complaints.\r\n550 5.7.1 Bye"))
                .hasToString("550 5.7.1 Too many complaints. Bye");
        assertThat(read("550-5.7.1\r\n550 5.7.12 other").text()).isEqualTo("5.7.1 5.7.12 other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            250     | 250
            354     | 354
            250 ok  | 250 ok
            421 4.3.2 shutting down | 421 4.3.2 shutting down
            """)
    void aBareCodeIsAReplyToo(String raw, String shown) {
        assertThat(read(raw)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "25",
                "2505 ok",
                "abc",
                "199 no",
                "600 no",
                "250-cut off",
                "250-cut\r\nshort",
                " 250 ok",
                "250ok"
            })
    void whatIsNoReplyOrCutOffIsNone(String raw) {
        assertThat(SmtpReply.read(raw)).isEmpty();
    }

    @Test
    void theLastLineDecidesOnTheCodeAndEndsTheReply() {
        assertThat(read("450-4.2.1 first\r\n550 second\r\n250 of another").code())
                .isEqualTo(new ReplyCode(550));
        assertThat(read("450-4.2.1 first\r\n550 second\r\n250 of another").text())
                .isEqualTo("4.2.1 first second");
    }

    @Test
    void controlCharactersOfAPeerReachNobodysTerminal() {
        assertThat(read("550 \u001B[31mred\u0000 \u0085line\r\n").text()).isEqualTo("[31mred line");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.1.1 no such user | 5.1.1
            5.1.1              | 5.1.1
            2.0.0 ok           | 2.0.0
            4.999.999 later    | 4.999.999
            """)
    void anEnhancedStatusCodeOpensTheText(String text, String code) {
        assertThat(EnhancedStatusCode.leading(text).map(EnhancedStatusCode::toString))
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ok 5.1.1", "5.1.1no", "3.1.1 x", "5.1 x", "5.1.1.1 x", "5.1000.1 x", "a.b.c", "5.1.1:x"})
    void anythingElseOpensWithNone(String text) {
        assertThat(EnhancedStatusCode.leading(text)).isEmpty();
    }

    @Test
    void anEnhancedCodeOfAnotherClassThanTheReplyIsNotBelieved() {
        assertThat(read("450 5.1.1 confused").enhanced()).isEmpty();
    }

    @Test
    void anImpossibleEnhancedCodeCannotBeMade() {
        assertThatThrownBy(() -> new EnhancedStatusCode(3, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnhancedStatusCode(5, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnhancedStatusCode(5, 0, 1000)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200,true,false,false,false",
        "299,true,false,false,false",
        "300,false,true,false,false",
        "354,false,true,false,false",
        "399,false,true,false,false",
        "400,false,false,true,false",
        "499,false,false,true,false",
        "500,false,false,false,true",
        "599,false,false,false,true"
    })
    void theFirstDigitSaysWhatToDo(int code, boolean positive, boolean intermediate, boolean later, boolean never) {
        ReplyCode reply = new ReplyCode(code);

        assertThat(reply.isPositive()).isEqualTo(positive);
        assertThat(reply.isIntermediate()).isEqualTo(intermediate);
        assertThat(reply.isTransient()).isEqualTo(later);
        assertThat(reply.isPermanent()).isEqualTo(never);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 199, 600, 1000})
    void otherNumbersAreNoReplyCodes(int code) {
        assertThatThrownBy(() -> new ReplyCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noisyPeersAreReadOrNotButNeverThrow() {
        Random chance = new Random(5321);
        String alphabet = "0123456789 -.\r\nabc\u0085\u001B\uD800é";

        for (int i = 0; i < 20_000; i++) {
            StringBuilder raw = new StringBuilder(chance.nextBoolean() ? "550-5.1.1 a\r\n550 " : "250");
            for (int n = chance.nextInt(30); n > 0; n--) {
                raw.append(alphabet.charAt(chance.nextInt(alphabet.length())));
            }
            Optional<SmtpReply> reply = SmtpReply.read(raw.toString());
            reply.ifPresent(r -> assertThat(HeaderText.hasControl(r.toString())).isFalse());
        }
    }
}
