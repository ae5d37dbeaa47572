package gazette.mail;

import java.util.Optional;

/**
 * What an SMTP server answered to one command (RFC 5321 section 4.2).
 *
 * @param text the words after the code, on one line, control characters taken out: it goes to reports and terminals
 */
public record SmtpReply(ReplyCode code, String text) {
    private static final int CODE = 3;

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
        int from = 0;
        boolean goesOn = true;
        while (goesOn) {
            int end = raw.indexOf('\n', from);
            String line = raw.substring(from, end < 0 ? raw.length() : withoutReturn(raw, from, end));
            goesOn = line.length() > CODE && line.charAt(CODE) == '-';
            if (!isLine(line) || (goesOn && end < 0)) {
                return Optional.empty();
            }
            add(words, line.substring(Math.min(CODE + 1, line.length())));
            if (!goesOn) {
                return Optional.of(
                        new SmtpReply(new ReplyCode(Integer.parseInt(line.substring(0, CODE))), words.toString()));
            }
            from = end + 1;
        }
        return Optional.empty();
    }

    private static int withoutReturn(String raw, int from, int end) {
        return end > from && raw.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Whether it begins with a code, and a blank or a hyphen behind it if there is more; told without a pattern. */
    private static boolean isLine(String line) {
        boolean isCode = line.length() >= CODE
                && line.charAt(0) >= '2'
                && line.charAt(0) <= '5'
                && isDigit(line.charAt(1))
                && isDigit(line.charAt(2));
        return isCode && (line.length() == CODE || line.charAt(CODE) == ' ' || line.charAt(CODE) == '-');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void add(StringBuilder words, String line) {
        String more = line.strip();
        if (words.isEmpty()) {
            words.append(more);
            return;
        }
        String repeated = EnhancedStatusCode.leading(words.toString())
                .map(EnhancedStatusCode::toString)
                .filter(code -> more.equals(code) || more.startsWith(code + " "))
                .orElse("");
        words.append(' ').append(more.substring(repeated.length()).strip());
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
