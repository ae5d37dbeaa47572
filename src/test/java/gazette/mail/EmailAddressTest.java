package gazette.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EmailAddressTest {
    private static final Path TABLE = Path.of("src/test/resources/gazette/mail/addresses.txt");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u([0-9A-F]{4})|([trn0\\\\]))|\\{([^{}])\\*(\\d+)}", Pattern.DOTALL);

    /** A line of the table. */
    record Case(String verdict, String typed, String goesOut) {
        static Case of(String line) {
            String[] parts = line.split(" \\| ", -1);
            String typed = unescaped(parts[1]);
            return new Case(parts[0], typed, parts.length > 2 ? unescaped(parts[2]) : typed);
        }

        private static String unescaped(String part) {
            boolean kept = part.startsWith("[") && part.endsWith("]");
            return ESCAPE.matcher(kept ? part.substring(1, part.length() - 1) : part)
                    .replaceAll(found -> Matcher.quoteReplacement(meaning(found)));
        }

        private static String meaning(java.util.regex.MatchResult found) {
            if (found.group(1) != null) {
                return String.valueOf((char) Integer.parseInt(found.group(1), 16));
            }
            if (found.group(3) != null) {
                return found.group(3).repeat(Integer.parseInt(found.group(4)));
            }
            return switch (found.group(2)) {
                case "t" -> "\t";
                case "r" -> "\r";
                case "n" -> "\n";
                case "0" -> "\0";
                default -> "\\";
            };
        }

        @Override
        public String toString() {
            return verdict + " "
                    + HeaderText.onOneLine(typed)
                            .substring(
                                    0, Math.min(60, HeaderText.onOneLine(typed).length()));
        }
    }

    static Stream<Case> table() throws IOException {
        return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Case::of);
    }

    @Test
    void theTableIsLargeEnoughToMeanSomething() throws IOException {
        List<Case> cases = table().toList();

        assertThat(cases).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("table")
    void goodAddressesAreTakenAndBadOnesRefusedWithAReason(Case each) {
        if (each.verdict().equals("bad")) {
            assertThat(EmailAddress.objection(each.typed())).isPresent();
            assertThatThrownBy(() -> EmailAddress.of(each.typed()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(EmailAddress.objection(each.typed()).orElseThrow());
            return;
        }
        EmailAddress address = EmailAddress.of(each.typed());

        assertThat(EmailAddress.objection(each.typed())).isEmpty();
        assertThat(address).hasToString(each.goesOut());
        assertThat(address.needsSmtpUtf8()).isEqualTo(each.verdict().equals("utf8"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void aReasonHoldsNoCharacterThatCouldBreakTheLineItIsPrintedOn(Case each) {
        EmailAddress.objection(each.typed())
                .ifPresent(why -> assertThat(HeaderText.hasControl(why)).isFalse());
    }

    @Test
    void anAddressReadsBackAsItself() throws IOException {
        List<EmailAddress> addresses = table().filter(c -> !c.verdict().equals("bad"))
                .map(c -> EmailAddress.of(c.typed()))
                .toList();

        assertThat(addresses)
                .allSatisfy(a -> assertThat(EmailAddress.of(a.toString()))
                        .isEqualTo(a)
                        .isEqualTo(new EmailAddress(a.localPart(), a.domain())));
    }

    @Test
    void noAddressIsMadeAroundTheRules() {
        assertThatThrownBy(() -> new EmailAddress(" reader", "example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("reader", "example.org "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("reader", "Example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("reader", "café.fr")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("reader@example.com", "example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("reader\r\n", "example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("reader", "example.org\r\nDATA"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whateverIsTypedAnAddressThatIsTakenFitsOneSmtpCommand() throws IOException {
        List<Case> seeds = table().filter(c -> c.typed().length() < 300).toList();
        Random chance = new Random(20_241_230);

        for (int i = 0; i < 20_000; i++) {
            String typed = mutated(seeds.get(chance.nextInt(seeds.size())).typed(), chance);
            if (EmailAddress.objection(typed).isEmpty()) {
                String address = EmailAddress.of(typed).toString();
                assertThat(address).doesNotContainPattern("[\\s<>\"(),:;\\[\\]\\\\\\p{C}]");
                assertThat(address.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(254);
            }
        }
    }

    @Test
    void anEndlessAddressIsRefusedAtOnce() {
        assertThat(EmailAddress.objection("a.".repeat(500_000) + "a@example.org"))
                .isPresent();
        assertThat(EmailAddress.objection("a@" + "b.".repeat(500_000) + "org")).isPresent();
        assertThatThrownBy(() -> new EmailAddress("a.".repeat(500_000) + "a", "example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("a", "b.".repeat(500_000) + "org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String mutated(String seed, Random chance) {
        StringBuilder text = new StringBuilder(seed);
        for (int n = chance.nextInt(3); n >= 0; n--) {
            int at = chance.nextInt(text.length() + 1);
            String strange = "\r\n\0\t @.<>\"(),:;[]\\\u0085\u2028\u560A\u200B\u00E9\uD83D\uDE00\u0130\u212A。";
            text.insert(at, strange.charAt(chance.nextInt(strange.length())));
            if (chance.nextBoolean()) {
                text.deleteCharAt(chance.nextInt(text.length()));
            }
        }
        return text.toString();
    }
}
