package gazette.check;

import java.util.Locale;

/** Words of a message as a finding repeats them. */
final class Quote {
    /** Enough to find the place by. */
    private static final int LONGEST = 60;

    private Quote() {}

    /** In guillemets, on one line, cut where it is long. */
    static String of(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return "«" + cut(line, LONGEST) + "»";
    }

    /** At most {@code most} characters; what was cut shows by an ellipsis. */
    static String cut(String line, int most) {
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    /** A number of octets as people read it. */
    static String size(long octets) {
        return octets < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f kB", octets / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", octets / 1024.0 / 1024.0);
    }
}
