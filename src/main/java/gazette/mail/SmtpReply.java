package gazette.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an SMTP server answered to one command (RFC 5321 section 4.2).
 *
 * @param text the words after the code, on one line, control characters taken out: it goes to reports and terminals
 */
public record SmtpReply(ReplyCode code, String text) {
    private static final Pattern LINE = Pattern.compile("([2-5]\\d\\d)(?:([ -])(.*))?", Pattern.DOTALL);

    public SmtpReply {
        text = HeaderText.onOneLine(text);
    }

    /**
     * Reads the lines of one reply, up to its last; lines after it belong to another. An enhanced status code that each
     * line repeats (RFC 2034 section 4) is kept once. Where lines disagree on the code, the last decides. Empty when
     * {@code raw} is no reply, and a reply cut off before its last line is none.
     */
    public static Optional<SmtpReply> read(String raw) {
        StringBuilder words = new StringBuilder();
        for (String each : raw.split("\r?\n", -1)) {
            Matcher line = LINE.matcher(each);
            if (!line.matches()) {
                return Optional.empty();
            }
            add(words, line.group(3));
            if (!"-".equals(line.group(2))) {
                return Optional.of(new SmtpReply(new ReplyCode(Integer.parseInt(line.group(1))), words.toString()));
            }
        }
        return Optional.empty();
    }

    private static void add(StringBuilder words, String line) {
        String more = line == null ? "" : line.strip();
        String repeated = EnhancedStatusCode.leading(words.toString())
                .map(EnhancedStatusCode::toString)
                .filter(code -> more.equals(code) || more.startsWith(code + " "))
                .orElse("");
        words.append(words.isEmpty() ? "" : " ")
                .append(more.substring(repeated.length()).strip());
    }

    /** The enhanced status code that opens the text, if there is one and its class is the reply code's first digit. */
    public Optional<EnhancedStatusCode> enhanced() {
        return EnhancedStatusCode.leading(text).filter(e -> e.status() == code.value() / 100);
    }

    /** The reply as a person reads it: {@code 550 5.1.1 no such user}. */
    @Override
    public String toString() {
        return text.isEmpty() ? String.valueOf(code.value()) : code.value() + " " + text;
    }
}
