package gazette.render;

import gazette.edition.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The variables of a style sheet's {@code :root}, by name without {@code --}: colours begin with {@code #}, the rest are fonts. */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("--([\\w-]+)\\s*:\\s*([^;}]+)");

    /** What would end a declaration, a rule or a style block. */
    private static final Pattern NO_VALUE = Pattern.compile("[;{}<>\\\\]|/\\*|\\R");

    private final String place;
    private final Map<String, String> written = new LinkedHashMap<>();

    /**
     * @param place how a person finds the sheet
     * @param css without comments
     */
    Variables(String place, String css) {
        this.place = place;
        CssRule.of(css).stream()
                .filter(rule -> rule.prelude().equals(":root"))
                .flatMap(root -> VARIABLE.matcher(root.body()).results())
                .forEach(found -> written.put(found.group(1), found.group(2).strip()));
    }

    /**
     * Their values, those of {@code style} in place of the sheet's own.
     *
     * @throws TemplateProblem when {@code style} names one that the sheet does not have, or a value would end its rule
     */
    Map<String, String> with(Style style) {
        Map<String, String> values = new LinkedHashMap<>(written);
        take(style.colours(), "colour", Variables::isColour, values);
        take(style.fonts(), "font", value -> !isColour(value), values);
        return values;
    }

    private void take(Map<String, String> chosen, String kind, Predicate<String> fits, Map<String, String> values) {
        List<String> known = written.keySet().stream()
                .filter(name -> fits.test(written.getOrDefault(name, "")))
                .sorted()
                .toList();
        chosen.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw TemplateProblem.failed(unknown(name, kind, known));
            }
            if (NO_VALUE.matcher(value).find()) {
                throw TemplateProblem.failed("style gives the " + kind + " " + name + " the value '" + value
                        + "', which ends its rule: leave out ; { } < > and line ends");
            }
            values.put(name, value);
        });
    }

    private String unknown(String name, String kind, List<String> known) {
        return "style names a " + kind + " '" + name + "', which " + place + " does not have: "
                + (known.isEmpty()
                        ? "give it one in :root"
                        : "take one of " + known.stream().collect(Collectors.joining(", ")));
    }

    private static boolean isColour(String value) {
        return value.startsWith("#");
    }
}
