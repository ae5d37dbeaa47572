package gazette.render;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values of readers who do not exist, to see what a template makes of them. */
final class MadeUp {
    /** What a column of a list may hold: words, a number, a day, yes or no, an address. */
    static final List<String> OF_EACH_KIND =
            List.of("Une Lectrice", "12", "2026-11-22", "true", "reader-1@example.org", "https://example.org/1");

    /** Shorter than any other value, and longer than what a template pads or cuts to. */
    private static final List<String> OF_EACH_LENGTH =
            List.of("x", "L'<é> & \"une\" lectrice/1 ".repeat(60).strip());

    private static final String LITERAL = "(?:\"([^\"\\\\$]{1,80})\"|'([^'\\\\$]{1,80})')";

    /** A value that is compared, looked for, or replaced. */
    private static final Pattern SOUGHT =
            Pattern.compile("(?:[=!]=?|[(,]|<#case|\\bgt|\\blt)\\s*" + LITERAL + "|" + LITERAL + "\\s*[=!]=");

    /** More of them make no template: each costs a run. */
    private static final int MOST = 40;

    private MadeUp() {}

    /**
     * Values that a look at them tells from each other.
     *
     * @param carried where the template puts fields away, and may look at them later
     */
    static List<String> toTellApart(Snapshot folder, Set<Place> carried) {
        Predicate<String> isTemplate = file -> file.endsWith(".ftl") || file.endsWith(".ftlh");
        Stream<String> nearest = carried.stream().map(Place::file).sorted();
        Stream<String> others =
                folder.frozen().files().keySet().stream().filter(isTemplate).sorted();
        Stream<String> sought = Stream.concat(nearest, others)
                .distinct()
                .flatMap(file -> SOUGHT.matcher(folder.text(file).orElse("")).results())
                .map(MadeUp::literal)
                .map(FieldValue::of)
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(MOST);
        return Stream.concat(OF_EACH_LENGTH.stream(), sought).toList();
    }

    private static String literal(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalStateException("a literal without words");
    }
}
