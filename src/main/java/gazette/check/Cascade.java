package gazette.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Which declaration counts for an element in one colour scheme, on a window as wide as a desk's. Read once for a
 * message; not for sharing by threads.
 */
final class Cascade {
    /** Of the window, in pixels. */
    private static final int WIDTH = 800;

    private static final Pattern WIDTHS = Pattern.compile("(min|max)-width\\s*:\\s*([0-9.]+)px");
    private static final Pattern IDS = Pattern.compile("#[\\w-]");
    private static final Pattern CLASSES = Pattern.compile("\\.[\\w-]|\\[|(?<!:):(?!:)");
    private static final Pattern TYPES = Pattern.compile("(^|[\\s>+~])[a-zA-Z]");

    /** Heavier than any selector. */
    private static final int INLINE = 1_000_000;

    private static final Comparator<Claim> WEIGHT = Comparator.<Claim, Boolean>comparing(
                    claim -> claim.declaration().isImportant())
            .thenComparing(Claim::specificity)
            .thenComparing(Claim::order);

    private final Map<Element, List<Claim>> claims = new HashMap<>();

    private record Claim(Declaration declaration, int specificity, int order) {}

    private Cascade(StyledHtml html, boolean dark) {
        int order = 0;
        for (StyleRule rule : html.rules()) {
            if (!rule.isAtRule() && rule.conditions().stream().allMatch(condition -> holds(condition, dark))) {
                for (String selector : rule.selectors()) {
                    order = claim(html, selector, rule.declarations(), order);
                }
            }
        }
        for (Element element : html.document().select("[style]")) {
            for (Declaration own : html.inline(element)) {
                add(element, new Claim(own, INLINE, order++));
            }
        }
    }

    /** Without the rules for dark pages. */
    static Cascade light(StyledHtml html) {
        return new Cascade(html, false);
    }

    /** With them. */
    static Cascade dark(StyledHtml html) {
        return new Cascade(html, true);
    }

    private int claim(StyledHtml html, String selector, List<Declaration> declarations, int from) {
        int specificity = specificity(selector);
        int order = from;
        for (Declaration declaration : declarations) {
            Claim claim = new Claim(declaration, specificity, order++);
            html.select(selector).forEach(element -> add(element, claim));
        }
        return order;
    }

    private void add(Element element, Claim claim) {
        claims.computeIfAbsent(element, each -> new ArrayList<>()).add(claim);
    }

    /** The declaration of one of these properties that counts for {@code element} itself, inherited ones aside. */
    Optional<Declaration> of(Element element, String... properties) {
        List<String> wanted = List.of(properties);
        return claims.getOrDefault(element, List.of()).stream()
                .filter(claim -> wanted.contains(claim.declaration().property()))
                .max(WEIGHT)
                .map(Claim::declaration);
    }

    private static boolean holds(String condition, boolean dark) {
        if (condition.contains("prefers-color-scheme")) {
            return condition.contains("dark") == dark;
        }
        if (condition.startsWith("@media print") || condition.contains("prefers-")) {
            return false;
        }
        Matcher widths = WIDTHS.matcher(condition);
        while (widths.find()) {
            double limit = Double.parseDouble(widths.group(2));
            if (widths.group(1).equals("max") ? limit < WIDTH : limit > WIDTH) {
                return false;
            }
        }
        return true;
    }

    private static int specificity(String selector) {
        return 10_000 * count(IDS, selector) + 100 * count(CLASSES, selector) + count(TYPES, selector);
    }

    private static int count(Pattern pattern, String selector) {
        return (int) pattern.matcher(selector).results().count();
    }
}
