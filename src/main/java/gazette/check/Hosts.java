package gazette.check;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of machines that only a house of one's own knows. */
final class Hosts {
    /** Loopback and the private ranges of RFC 1918, and what routers call the machines behind them. */
    private static final Pattern LOCAL =
            Pattern.compile("localhost|.*\\.(?:localhost|local|lan|home|internal|intranet|corp|localdomain)"
                    + "|127\\.\\d+\\.\\d+\\.\\d+|10\\.\\d+\\.\\d+\\.\\d+|192\\.168\\.\\d+\\.\\d+"
                    + "|172\\.(?:1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+|169\\.254\\.\\d+\\.\\d+|0\\.0\\.0\\.0"
                    + "|\\[?::1\\]?|\\[?f[cd][0-9a-f]{2}:.*|\\[?fe80:.*|[^.:\\[]+");

    private static final Pattern EXAMPLE =
            Pattern.compile("(?:.*\\.)?example(?:\\.(?:com|org|net))?|.*\\.(?:test|invalid)");

    private Hosts() {}

    /** Whether no reader can reach it. */
    static boolean isLocal(String host) {
        return LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether it belongs to examples in books (RFC 2606 section 2). */
    static boolean isExample(String host) {
        return EXAMPLE.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
