package gazette.config;

import gazette.mail.HeaderText;
import gazette.mail.Mailbox;
import gazette.subscriber.LanguageTag;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of value that settings have; each says in its remedy what it takes. */
final class Kinds {
    /** More than any mail program shows in full. */
    static final int MOST_ARTICLES = 500;

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");

    private Kinds() {}

    /** Words on one line: breaks become spaces. */
    static Fit<String> words(String text) {
        String line = HeaderText.onOneLine(text);
        return line.isEmpty() ? Fit.not("give it a text") : Fit.of(line);
    }

    /** A name for a folder or a cadence: nothing that a path or a table would read as something else. */
    static Fit<String> name(String text) {
        return NAME.matcher(text).matches() ? Fit.of(text) : Fit.not("give letters, digits and hyphens");
    }

    /** @param advice what to write, as the remedy says it */
    static Fit.Kind<Integer> whole(int least, int most, String advice) {
        return text -> Optional.of(text.strip())
                .filter(t -> WHOLE.matcher(t).matches())
                .map(Integer::valueOf)
                .filter(n -> n >= least && n <= most)
                .map(Fit::of)
                .orElse(Fit.not("give a whole number, " + advice));
    }

    static Fit.Kind<Duration> duration(Duration least) {
        return text -> DurationText.read(text)
                .map(d -> d.compareTo(least) < 0
                        ? Fit.<Duration>not("give at least " + DurationText.of(least))
                        : Fit.of(d))
                .orElse(Fit.not("give a length of time such as 90s, 2m, 1h30m or 7d"));
    }

    /** One of some words, each with what it means. */
    static <T> Fit.Kind<T> oneOf(Map<String, T> meanings) {
        return text -> Optional.ofNullable(meanings.get(text)).map(Fit::of).orElseGet(() -> {
            List<String> words = meanings.keySet().stream().sorted().toList();
            String near = Nearest.of(text, words)
                    .map(n -> "did you mean " + n + "? it may be ")
                    .orElse("give ");
            return Fit.not(near + String.join(" or ", words));
        });
    }

    static Fit<Mailbox> mailbox(String text) {
        return made(() -> Mailbox.of(text), " (write Name <name@example.org>, or the address alone)");
    }

    private static <T> Fit<T> made(java.util.function.Supplier<T> maker, String advice) {
        try {
            return Fit.of(maker.get());
        } catch (IllegalArgumentException refused) {
            return Fit.not(refused.getMessage() + advice);
        }
    }

    static Fit<Locale> language(String text) {
        return LanguageTag.read(text).map(Fit::of).orElse(Fit.not("give the code of a language, such as fr or en"));
    }

    static Fit<ZoneId> zone(String text) {
        try {
            return Fit.of(ZoneId.of(text));
        } catch (DateTimeException noZone) {
            return Fit.not(Nearest.of(text, ZoneId.getAvailableZoneIds())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("give a time zone such as Europe/Paris"));
        }
    }

    /** A path, taken from the workspace when it is relative. */
    static Fit.Kind<Path> path(Path workspace) {
        return text -> {
            try {
                return text.isBlank()
                        ? Fit.not("give a path")
                        : Fit.of(workspace.resolve(text).normalize());
            } catch (InvalidPathException notAPath) {
                return Fit.not("give a path");
            }
        };
    }

    /** A text that {@code objection} has nothing against. */
    static Fit.Kind<String> unless(Function<String, Optional<String>> objection) {
        return text -> objection.apply(text).map(Fit::<String>not).orElse(Fit.of(text));
    }
}
