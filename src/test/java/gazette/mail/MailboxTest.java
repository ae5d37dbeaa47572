package gazette.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailboxTest {
    private static final EmailAddress ADDRESS = EmailAddress.of("lettre@example.org");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            La Gazette <lettre@example.org>                  | La Gazette
            La Gazette<lettre@example.org>                   | La Gazette
            "La Gazette" <lettre@example.org>                | La Gazette
            "La Gazette, matin" <lettre@example.org>         | La Gazette, matin
            La Gazette, matin <lettre@example.org>           | La Gazette, matin
            "La \\"Gazette\\"" <lettre@example.org>          | La "Gazette"
            La "Gazette" <lettre@example.org>                | La "Gazette"
            "La" Gazette <lettre@example.org>                | "La" Gazette
            "Back\\\\slash" <lettre@example.org>             | Back\\slash
            "a <b> c" <lettre@example.org>                   | a <b> c
            Rédaction (nuit) <lettre@example.org>            | Rédaction (nuit)
            ~  L’Écho du soir   < lettre@example.org >  ~    | L’Écho du soir
            """)
    void aNameAndAnAddressAreTakenApart(String text, String name) {
        assertThat(Mailbox.of(text)).isEqualTo(new Mailbox(name, ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lettre@example.org", " lettre@example.org ", "<lettre@example.org>", "\"\" <lettre@example.org>"
            })
    void anAddressAloneHasNoName(String text) {
        assertThat(Mailbox.of(text)).isEqualTo(new Mailbox("", ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "La Gazette",
                "La Gazette <>",
                "La Gazette <lettre@example.org",
                "La Gazette lettre@example.org>",
                "La Gazette <lettre@localhost>",
                "La Gazette <lettre@example.org> et plus",
                "La Gazette\r\nBcc: reader-2@example.org <lettre@example.org>",
                "La Gazette <lettre@example.org\r\n>",
                "\"La\\\nGazette\" <lettre@example.org>"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Mailbox.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La Gazette",
                "",
                "Gazette, matin",
                "La \"Gazette\"",
                "\"cited\"",
                "back\\slash",
                "a <b>",
                "St. Exemple",
                "Été"
            })
    void whatItPrintsReadsBack(String name) {
        Mailbox mailbox = new Mailbox(name, ADDRESS);

        assertThat(Mailbox.of(mailbox.toString())).isEqualTo(mailbox);
    }

    @Test
    void aNameWithAnyLineBreakIsNoName() {
        assertThatThrownBy(() -> new Mailbox("La\u2028Gazette", ADDRESS)).isInstanceOf(IllegalArgumentException.class);
    }
}
