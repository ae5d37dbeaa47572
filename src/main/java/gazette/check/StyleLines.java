package gazette.check;

import gazette.check.Finding.Spot;
import gazette.check.Origins.StyleOrigin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a template's style sheet. Immutable. */
public final class StyleLines {
    private static final Pattern VARIABLE = Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*[,)]");

    private final String file;
    private final Map<String, String> settings;
    private final List<StyleRule> rules;

    /** @param file what the style sheet {@code css} is called */
    public StyleLines(String file, String css) {
        this(file, css, Map.of());
    }

    /** @param settings what stands for the values of variables, by their names without hyphens */
    public StyleLines(String file, String css, Map<String, String> settings) {
        this.file = file;
        this.settings = Map.copyOf(settings);
        this.rules = StyleReader.rules(css, 1);
    }

    /** Where {@code property} is given to an element of these classes; see {@link Origins#style}. */
    public Optional<StyleOrigin> find(List<String> classes, String property, String value, boolean dark) {
        Optional<Declaration> found = dark ? last(classes, property, value, true) : Optional.empty();
        return found.or(() -> last(classes, property, value, false)).map(this::origin);
    }

    /** The last one counts, as in a cascade; template authors write no selectors that outweigh each other. */
    private Optional<Declaration> last(List<String> classes, String property, String value, boolean dark) {
        List<StyleRule> fitting = rules.stream()
                .filter(rule -> dark ? isDark(rule) : rule.conditions().isEmpty())
                .toList();
        return fitting.stream()
                .filter(rule -> rule.selectors().stream().anyMatch(selector -> names(selector, classes)))
                .flatMap(rule -> rule.declarations().stream())
                .filter(declaration -> isOf(declaration, property))
                .reduce((earlier, later) -> later)
                .or(() -> fitting.stream()
                        .flatMap(rule -> rule.declarations().stream())
                        .filter(declaration -> isOf(declaration, property) && says(declaration, value))
                        .findFirst());
    }

    private boolean says(Declaration declaration, String value) {
        return variable(declaration)
                .map(this::value)
                .orElse(declaration.value())
                .equalsIgnoreCase(value);
    }

    private String value(Declaration variable) {
        return settings.getOrDefault(name(variable), variable.value());
    }

    private static String name(Declaration variable) {
        return variable.property().substring(2);
    }

    /** The declaration in {@code :root} that {@code user} takes its value from. */
    private Optional<Declaration> variable(Declaration user) {
        Matcher use = VARIABLE.matcher(user.value());
        return use.find()
                ? rules.stream()
                        .filter(rule -> rule.selectors().contains(":root"))
                        .flatMap(rule -> rule.declarations().stream())
                        .filter(each -> each.property().equals(use.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isDark(StyleRule rule) {
        return rule.isForColourScheme() && rule.conditions().stream().anyMatch(each -> each.contains("dark"));
    }

    private static boolean names(String selector, List<String> classes) {
        return classes.stream().anyMatch(name -> selector.equals("." + name));
    }

    private static boolean isOf(Declaration declaration, String property) {
        return declaration.property().equals(property)
                || (property.equals("background-color")
                        && declaration.property().equals("background"));
    }

    private StyleOrigin origin(Declaration declaration) {
        return variable(declaration)
                .map(variable -> new StyleOrigin(new Spot(file, variable.line()), name(variable)))
                .orElseGet(() -> new StyleOrigin(new Spot(file, declaration.line()), ""));
    }
}
