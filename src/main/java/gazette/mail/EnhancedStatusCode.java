package gazette.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code class.subject.detail}, such as 5.1.1: what an SMTP reply says more exactly than its code (RFC 3463 section 2).
 *
 * @param status 2 success, 4 transient, 5 permanent
 * @param subject 0 to 999: what it is about
 * @param detail 0 to 999
 */
public record EnhancedStatusCode(int status, int subject, int detail) {
    private static final Pattern AT_THE_START =
            Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})(?:\\s.*)?", Pattern.DOTALL);

    public EnhancedStatusCode {
        if ((status != 2 && status != 4 && status != 5) || !isPart(subject) || !isPart(detail)) {
            throw new IllegalArgumentException(status + "." + subject + "." + detail + " is no enhanced status code");
        }
    }

    private static boolean isPart(int number) {
        return number >= 0 && number <= 999;
    }

    /** The code that opens the text of a reply (RFC 2034 section 4), if one does. */
    public static Optional<EnhancedStatusCode> leading(String text) {
        Matcher code = AT_THE_START.matcher(text);
        return code.matches()
                ? Optional.of(new EnhancedStatusCode(
                        Integer.parseInt(code.group(1)),
                        Integer.parseInt(code.group(2)),
                        Integer.parseInt(code.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return status + "." + subject + "." + detail;
    }
}
