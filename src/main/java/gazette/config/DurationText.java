package gazette.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write a length of time: {@code 90s}, {@code 2m}, {@code 1h30m}, {@code 2d}, {@code 0}. */
final class DurationText {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,6})d)? ?(?:(\\d{1,6})h)? ?(?:(\\d{1,6})m)? ?(?:(\\d{1,6})s)?");
    private static final int[] SECONDS = {86_400, 3_600, 60, 1};

    private DurationText() {}

    /** Empty when {@code text} is none. */
    static Optional<Duration> read(String text) {
        if (text.strip().equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher parts = FORM.matcher(text.strip());
        if (text.isBlank() || !parts.matches()) {
            return Optional.empty();
        }
        long seconds = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            String part = parts.group(i + 1);
            seconds += part == null ? 0 : Long.parseLong(part) * SECONDS[i];
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }

    /** What {@link #read} reads back: whole seconds. */
    static String of(Duration duration) {
        StringBuilder text = new StringBuilder();
        long left = duration.toSeconds();
        for (int i = 0; i < SECONDS.length; i++) {
            long part = left / SECONDS[i];
            left %= SECONDS[i];
            text.append(part == 0 ? "" : part + String.valueOf("dhms".charAt(i)));
        }
        return text.isEmpty() ? "0" : text.toString();
    }
}
