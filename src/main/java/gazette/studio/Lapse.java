package gazette.studio;

import java.time.Duration;
import java.util.Locale;

/** How long something takes, as people say it. */
final class Lapse {
    private static final char HOLD = '\u00a0';

    private Lapse() {}

    /** {@code 12 min}, {@code 14 h 12 min}, {@code 3 j 4 h}; less than a minute is said to be that. */
    static String inWords(Duration time, Locale language) {
        boolean french = language.getLanguage().equals("fr");
        long minutes = time.toMinutes();
        if (minutes < 1) {
            return french ? "moins d’une minute" : "less than a minute";
        }
        if (minutes < 60) {
            return two(0, "", minutes, "min");
        }
        return time.toDays() < 1
                ? two(minutes / 60, "h", minutes % 60, "min")
                : two(time.toDays(), french ? "j" : "d", time.toHours() % 24, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        String first = large == 0 ? "" : "" + large + HOLD + largeUnit;
        String second = small == 0 && large > 0 ? "" : "" + small + HOLD + smallUnit;
        return first.isEmpty() || second.isEmpty() ? first + second : first + HOLD + second;
    }
}
