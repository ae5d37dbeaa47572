package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.mail.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadersTest {
    private static final EmailAddress ADDRESS = EmailAddress.of("a@example.org");

    @Test
    void plainTextStaysPlainAndIsFoldedAtBlanks() {
        assertThat(line(new Headers().text("Subject", "plain words"))).isEqualTo("Subject: plain words");
        assertThat(line(new Headers().text("Subject", "words ".repeat(30).strip()))
                        .split("\r\n"))
                .hasSize(3)
                .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(78));
    }

    @Test
    void textComesBackAsItWasWhateverItIsMadeOf() throws UnsupportedEncodingException {
        Random chance = new Random(11);
        for (int round = 0; round < 500; round++) {
            String text = randomText(chance);

            String line = line(new Headers().text("Subject", text));

            assertThat(decoded(line.substring("Subject:".length()))).isEqualTo(text);
            assertThat(line.split("\r\n")).allSatisfy(l -> {
                assertThat(l.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(l.contains("=?") ? 76 : 998);
                assertThat(l).isNotBlank();
            });
        }
    }

    @Test
    void eachEncodedWordDecodesByItself() throws UnsupportedEncodingException {
        List<String> words = EncodedWords.of("🌞é—漢".repeat(60), 60);

        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            String part = MimeUtility.decodeText(word);
            assertThat(word.length()).isLessThanOrEqualTo(EncodedWords.MAX);
            assertThat(part).doesNotContain("\uFFFD").doesNotContain("?");
            joined.append(part);
        }
        assertThat(joined.toString()).isEqualTo("🌞é—漢".repeat(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La Gazette",
                "A. Nonyme, dite \"la Plume\" \\o/",
                "Zoé Müller",
                "=?UTF-8?Q?x?=",
                "a@b <c>",
                "漢字の名前はとても長いので一行には収まらないかもしれませんね"
            })
    void namesComeBackAsTheyWere(String name) throws MessagingException {
        String line = line(new Headers().address("To", name, ADDRESS));

        InternetAddress[] read = InternetAddress.parseHeader(line.substring("To:".length()), true);
        assertThat(read).hasSize(1);
        assertThat(read[0].getAddress()).isEqualTo("a@example.org");
        assertThat(read[0].getPersonal()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r",
                "\n",
                "\r\nBcc: x@example.org",
                "\0",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u560D\u560A",
                "\u0007",
                "\uD800"
            })
    void controlsAreRefusedInEveryKindOfField(String control) {
        String text = "before" + control + "after";

        assertThatThrownBy(() -> new Headers().text("Subject", text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Headers().tokens("List-Id", text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Headers().address("To", text, ADDRESS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Headers().phrase("List-Id", text, "<a.b>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Headers().tokens("X" + control, "y")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String line(Headers headers) {
        String line = new String(headers.octets(), StandardCharsets.UTF_8);
        assertThat(line).endsWith("\r\n");
        return line.substring(0, line.length() - 2);
    }

    private static String decoded(String folded) throws UnsupportedEncodingException {
        return MimeUtility.decodeText(folded.replaceAll("\r\n ", " ").strip());
    }

    private static String randomText(Random chance) {
        StringBuilder text = new StringBuilder();
        int words = 1 + chance.nextInt(30);
        boolean ascii = chance.nextInt(3) == 0;
        for (int i = 0; i < words; i++) {
            text.append(text.isEmpty() ? "" : chance.nextInt(20) == 0 ? "  " : " ");
            for (int c = 0; c <= chance.nextInt(25); c++) {
                text.append(List.of(
                                "a",
                                "=",
                                "?",
                                "_",
                                "Z",
                                "9",
                                "\"",
                                ascii ? "x" : "é",
                                ascii ? "y" : "🌞",
                                ascii ? "z" : "\u202F")
                        .get(chance.nextInt(10)));
            }
        }
        return text.toString();
    }
}
