package gazette.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector.SelectorParseException;

/** An HTML part with its styles read. Immutable, as long as nobody changes the tree. */
final class StyledHtml {
    private final HtmlPart part;
    private final List<StyleRule> rules;
    private final Map<Element, List<Declaration>> inline = new HashMap<>();

    private StyledHtml(HtmlPart part) {
        this.part = part;
        this.rules = blocks(part);
        part.document()
                .select("[style]")
                .forEach(element ->
                        inline.put(element, StyleReader.declarations(element.attr("style"), line(element, "style"))));
    }

    static StyledHtml of(HtmlPart part) {
        return new StyledHtml(part);
    }

    private static List<StyleRule> blocks(HtmlPart part) {
        List<StyleRule> rules = new ArrayList<>();
        for (Element style : part.document().select("style")) {
            for (DataNode text : style.dataNodes()) {
                rules.addAll(StyleReader.rules(text.getWholeData(), Math.max(1, part.line(text))));
            }
        }
        return List.copyOf(rules);
    }

    Document document() {
        return part.document();
    }

    /** The rules of all style blocks, in their order. */
    List<StyleRule> rules() {
        return rules;
    }

    /** What an element's own {@code style} says; nothing when it has none. */
    List<Declaration> inline(Element element) {
        return inline.getOrDefault(element, List.of());
    }

    /** The line of an element, from 1; 0 for what the parser made up. */
    int line(Element element) {
        return part.line(element);
    }

    /** The line of an attribute's value; the element's own where the parser lost it. */
    int line(Element element, String attribute) {
        Attribute written = element.attribute(attribute);
        int line =
                written == null ? 0 : written.sourceRange().valueRange().start().lineNumber();
        return line > 0 ? line : line(element);
    }

    /** The elements that a selector means; none for one that means a state or a part of an element. */
    Elements select(String selector) {
        try {
            return selector.contains("::") || selector.contains(":hover")
                    ? new Elements()
                    : document().select(selector);
        } catch (SelectorParseException | IllegalArgumentException notForTrees) {
            return new Elements();
        }
    }
}
