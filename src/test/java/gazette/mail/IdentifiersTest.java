package gazette.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifiersTest {
    @Test
    void aMessageIdIsPrintedInItsAngleBrackets() {
        assertThat(new MessageId("la-gazette.12.345+A_b@example.org"))
                .hasToString("<la-gazette.12.345+A_b@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "left@",
                "@example.org",
                "left",
                "left@localhost",
                "left@@example.org",
                "le ft@example.org",
                "left@example.org\r\n",
                "left@example.org\n",
                "left>@example.org",
                "<left@example.org>",
                ".left@example.org",
                "left.@example.org",
                "le..ft@example.org",
                "left@example..org",
                "left@-example.org",
                "léft@example.org",
                "left@example.org\u0000"
            })
    void whatCannotStandInAHeaderFieldIsNoMessageId(String value) {
        assertThatThrownBy(() -> new MessageId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageIdHasALongestForm() {
        String longest = "a".repeat(MessageId.LONGEST - "@example.org".length()) + "@example.org";

        assertThat(new MessageId(longest).value()).isEqualTo(longest);
        assertThatThrownBy(() -> new MessageId("a" + longest)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListIdIsTheLabelWithinTheDomain() {
        assertThat(new ListId("La Gazette", "la-gazette", "example.org").identifier())
                .isEqualTo("la-gazette.example.org");
        assertThat(new ListId("", "g2", "xn--caf-dma.fr").identifier()).isEqualTo("g2.xn--caf-dma.fr");
        assertThat(ListId.objection("a".repeat(63))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "-a", "a-", "La", "la_gazette", "la.gazette", "la gazette", "été", "a\n", "a\r\nb", "a>"
            })
    void aLabelThatWouldNotKeepInEveryMailProgramIsRefused(String label) {
        assertThat(ListId.objection(label)).isPresent();
        assertThatThrownBy(() -> new ListId("La Gazette", label, "example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(ListId.objection(label).orElseThrow());
    }

    @Test
    void aListIdKeepsItsLengthsAndItsLine() {
        assertThatThrownBy(() -> new ListId("x", "a".repeat(64), "example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListId("x", "a", "example.org>\r\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListId("x\r\nBcc: y", "a", "example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        String long192 = ("a".repeat(63) + ".").repeat(3) + "b".repeat(61);
        assertThatThrownBy(() -> new ListId("x", "abc", long192)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEnvelopeSenderIsTheNullPathOrAnAddress() {
        assertThat(EnvelopeSender.NULL.path()).isEmpty();
        assertThat(EnvelopeSender.of(EmailAddress.of("bounces@Example.org")).path())
                .isEqualTo("bounces@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<>",
                " ",
                "bounces",
                "bounces@example.org>\r\nRCPT TO:<reader-2@example.org",
                " bounces@example.org",
                "bounces@Example.org"
            })
    void anEnvelopeSenderCannotEndItsCommand(String path) {
        assertThatThrownBy(() -> new EnvelopeSender(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
