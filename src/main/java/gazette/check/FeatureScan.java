package gazette.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;

/** Finds every place of a message that needs a feature. One scan of one message. */
final class FeatureScan {
    /** What holds anyway where it is not known. */
    private static final String AS_IT_COMES = "auto";

    private final FeatureTable table;
    private final StyledHtml html;
    private final boolean blocksOnlyAdd;
    private final List<FeatureUse> uses = new ArrayList<>();

    /** What values need: most stand in many elements. */
    private final Map<String, Set<String>> byValue = new HashMap<>();

    private FeatureScan(FeatureTable table, StyledHtml html) {
        this.table = table;
        this.html = html;
        this.blocksOnlyAdd = Hanging.of(html).isEmpty();
    }

    /** All uses, in no particular order. */
    static List<FeatureUse> of(FeatureTable table, StyledHtml html) {
        FeatureScan scan = new FeatureScan(table, html);
        scan.markup();
        html.document().select("[style]").forEach(element -> scan.declarations(html.inline(element), false));
        html.rules().forEach(scan::rule);
        return List.copyOf(scan.uses);
    }

    private void markup() {
        table.elements().forEach((slug, selector) -> {
            for (Element element : html.select(selector)) {
                boolean spare = slug.equals("html-style") && blocksOnlyAdd;
                uses.add(new FeatureUse(slug, html.line(element), said(element), spare));
            }
        });
        if (html.document().documentType() != null) {
            uses.add(new FeatureUse("html-doctype", 1, "<!DOCTYPE html>", true));
        }
        html.document()
                .nodeStream(Comment.class)
                .findFirst()
                .ifPresent(comment -> uses.add(new FeatureUse(
                        "html-comments",
                        Math.max(0, comment.sourceRange().start().lineNumber()),
                        "<!-- -->",
                        true)));
    }

    private static String said(Element element) {
        return "<" + element.normalName() + ">";
    }

    private void rule(StyleRule rule) {
        boolean spare = blocksOnlyAdd || !rule.conditions().isEmpty();
        for (String condition : rule.conditions()) {
            add(table.ofAtRule(condition), rule.line(), condition, spare);
        }
        for (String selector : rule.selectors()) {
            Set<String> slugs = rule.isAtRule() ? table.ofAtRule(selector) : table.ofSelector(selector);
            add(slugs, rule.line(), selector, spare);
        }
        if (rule.selectors().size() > 1) {
            add(Set.of("css-selector-grouping"), rule.line(), String.join(", ", rule.selectors()), spare);
        }
        declarations(rule.declarations(), spare);
    }

    private void declarations(List<Declaration> declarations, boolean spare) {
        for (int i = 0; i < declarations.size(); i++) {
            Declaration one = declarations.get(i);
            String said = one.property() + ": " + one.value() + (one.isImportant() ? " !important" : "");
            for (String slug : slugs(one)) {
                boolean needless =
                        spare || one.value().equals(AS_IT_COMES) || holdsWithout(slug, one, declarations.subList(0, i));
                uses.add(new FeatureUse(slug, one.line(), said, needless));
            }
        }
    }

    /** Whether the same property was given a value before that every program knows: one that does not skips this one. */
    private boolean holdsWithout(String slug, Declaration one, List<Declaration> before) {
        return valuesOf(one).contains(slug)
                && before.stream()
                        .filter(earlier -> earlier.property().equals(one.property()))
                        .anyMatch(earlier -> !valuesOf(earlier).contains(slug));
    }

    private Set<String> slugs(Declaration declaration) {
        Set<String> slugs = new TreeSet<>(table.of(declaration));
        slugs.addAll(valuesOf(declaration));
        return slugs;
    }

    private Set<String> valuesOf(Declaration declaration) {
        return byValue.computeIfAbsent(
                declaration.property() + ":" + declaration.value(), said -> table.valuesOf(declaration));
    }

    private void add(Set<String> slugs, int line, String said, boolean spare) {
        slugs.forEach(slug -> uses.add(new FeatureUse(slug, line, said, spare)));
    }
}
