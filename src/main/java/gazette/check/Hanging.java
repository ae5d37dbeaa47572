package gazette.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * An element whose look hangs on a style block: what a rule gives it, its own {@code style} does not. Where style blocks
 * are dropped, it looks different.
 */
record Hanging(Element element, StyleRule rule, Declaration declaration) {
    /** The beginnings of properties that make a look; others refine it. */
    private static final Set<String> LOOK =
            Set.of("color", "background", "font", "padding", "margin", "display", "width", "text", "border");

    private static final Set<String> REFINING =
            Set.of("text-decoration", "text-size-adjust", "border-collapse", "border-spacing");

    /** All of them, in the order of the rules. */
    static List<Hanging> of(StyledHtml html) {
        List<Hanging> hanging = new ArrayList<>();
        html.rules().stream()
                .filter(rule -> rule.conditions().isEmpty() && !rule.isAtRule())
                .forEach(rule -> add(html, rule, hanging));
        return List.copyOf(hanging);
    }

    private static void add(StyledHtml html, StyleRule rule, List<Hanging> hanging) {
        List<Declaration> looks = rule.declarations().stream()
                .filter(each -> LOOK.contains(family(each.property())))
                .filter(each -> REFINING.stream().noneMatch(each.property()::startsWith))
                .toList();
        for (String selector : rule.selectors()) {
            for (Element element : html.select(selector)) {
                looks.stream()
                        .filter(look -> !isOwn(html, element, look))
                        .forEach(look -> hanging.add(new Hanging(element, rule, look)));
            }
        }
    }

    private static boolean isOwn(StyledHtml html, Element element, Declaration look) {
        String family = family(look.property());
        return html.inline(element).stream()
                        .anyMatch(own -> family(own.property()).equals(family))
                || (family.equals("background") && element.hasAttr("bgcolor"))
                || (family.equals("width") && element.hasAttr("width"))
                || (family.equals("border") && element.hasAttr("border"))
                || element.normalName().equals("html")
                || (element.normalName().equals("body") && !look.property().equals("background-color"));
    }

    private static String family(String property) {
        return property.split("-", 2)[0];
    }
}
