package gazette.mail;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names and numbers by which a machine means itself: {@code localhost} and what is below it (RFC 6761 section 6.3),
 * {@code 127.0.0.0/8} and {@code ::1}. They are known by their form alone: nothing is looked up.
 */
public final class Loopback {
    private static final Pattern NAME =
            Pattern.compile("(?:.*\\.)?localhost\\.?|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|(?:0{1,4}:){7}0{0,3}1");

    private Loopback() {}

    /**
     * Whether {@code host} means this machine.
     *
     * @param host a name or a number, an IPv6 number without its brackets
     */
    public static boolean isName(String host) {
        return NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether the host of {@code address} is one; not when it has none. */
    public static boolean isHostOf(URI address) {
        String host = address.getHost();
        return host != null && isName(host.replaceAll("[\\[\\]]", ""));
    }
}
