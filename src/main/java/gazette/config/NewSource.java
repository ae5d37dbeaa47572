package gazette.config;

import gazette.article.FirstRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A source to be written into the settings.
 *
 * @param kind {@code folder} or {@code feed}
 * @param place the folder, or the address of the feed
 * @param name what a feed's articles are credited to
 * @param allowPrivate entries for a feed inside one's own network
 */
public record NewSource(
        Kind kind,
        String place,
        Optional<String> name,
        Optional<Duration> every,
        Optional<FirstRun> first,
        Optional<Locale> language,
        List<String> allowPrivate) {
    /** What a source is; its key in the settings is the same word. */
    public enum Kind {
        FOLDER,
        FEED
    }

    /** A text that YAML reads as that text without quotes, wherever it stands. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}/][\\p{L}\\p{N}._/~%?&=+@ -]*(:[\\p{L}\\p{N}._/~%?&=+@-]+)*");

    private static final Pattern NUMBERS_OR_NAME = Pattern.compile("[0-9.]+(/[0-9]+)?|[A-Za-z][A-Za-z0-9.-]*");

    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    public NewSource {
        allowPrivate = List.copyOf(allowPrivate);
    }

    /** A source of which nothing is said but its place. */
    public static NewSource of(Kind kind, String place) {
        return new NewSource(
                kind, place, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The same with a word on what is there the first time. */
    public NewSource with(FirstRun run) {
        return new NewSource(kind, place, name, every, Optional.of(run), language, allowPrivate);
    }

    /** Its keys as lines of YAML, the place first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(kind.name().toLowerCase(Locale.ROOT) + ": " + scalar(place));
        name.ifPresent(n -> lines.add("name: " + scalar(n)));
        every.ifPresent(e -> lines.add("every: " + DurationText.of(e)));
        first.ifPresent(
                f -> lines.add("first: " + (f.equals(FirstRun.ALL) ? "all" : f.taken() == 0 ? "none" : f.taken())));
        language.ifPresent(l -> lines.add("language: " + l.toLanguageTag()));
        if (!allowPrivate.isEmpty()) {
            lines.add("allow-private: ["
                    + String.join(
                            ", ", allowPrivate.stream().map(NewSource::entry).toList()) + "]");
        }
        return lines;
    }

    private static String scalar(String text) {
        boolean isPlain = PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && !WORD_OF_YAML.matcher(text).matches();
        return isPlain ? text : quoted(text);
    }

    /** An address, a network or a host; those with colons would end a key. */
    private static String entry(String text) {
        return NUMBERS_OR_NAME.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
