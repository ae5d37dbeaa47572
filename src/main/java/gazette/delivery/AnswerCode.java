package gazette.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code that the words of an answer begin with: an enhanced status code where the server gave one, such as 5.7.1, else
 * its reply code, such as 550.
 *
 * @param text the code in digits
 */
public record AnswerCode(String text) {
    private static final String REPLY = "[2-5]\\d\\d";
    private static final String ENHANCED = "[245]\\.\\d{1,3}\\.\\d{1,3}";
    private static final Pattern CODE = Pattern.compile(REPLY + "|" + ENHANCED);
    private static final Pattern AT_THE_START = Pattern.compile("(" + REPLY + ")(?:\\s+(" + ENHANCED + "))?(?:\\s.*)?");

    public AnswerCode {
        if (!isCode(text)) {
            throw new IllegalArgumentException(text + " is neither a reply code nor an enhanced status code");
        }
    }

    /** Whether {@code text} is a code of either kind. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The more exact of the codes that open {@code words}; empty when no server said them. */
    public static Optional<AnswerCode> of(String words) {
        Matcher codes = AT_THE_START.matcher(words);
        return codes.matches()
                ? Optional.of(new AnswerCode(codes.group(2) == null ? codes.group(1) : codes.group(2)))
                : Optional.empty();
    }

    /** Whether {@code words} begin with it, be it the more exact of their codes or not. */
    public boolean opens(String words) {
        Matcher codes = AT_THE_START.matcher(words);
        return codes.matches() && (text.equals(codes.group(1)) || text.equals(codes.group(2)));
    }

    @Override
    public String toString() {
        return text;
    }
}
