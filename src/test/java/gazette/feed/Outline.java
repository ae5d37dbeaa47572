package gazette.feed;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A tree in a few lines: one for each element, indented by its depth, with its attributes in square brackets, the usual
 * prefix of its namespace before its name, and the text right inside it in quotes. Blanks between elements are left out.
 */
final class Outline {
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("", ""),
            Map.entry(Namespaces.ATOM, "atom:"),
            Map.entry(Namespaces.ATOM_03, "atom03:"),
            Map.entry(Namespaces.RSS_1, "rss1:"),
            Map.entry(Namespaces.RSS_09, "rss09:"),
            Map.entry(Namespaces.RDF, "rdf:"),
            Map.entry(Namespaces.XHTML, "xhtml:"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
            Map.entry("http://search.yahoo.com/mrss/", "media:"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"));

    private Outline() {}

    static String of(Scan scan) {
        return scan.root()
                .map(root -> "encoding " + scan.encoding() + "\n" + of(root, ""))
                .orElse("refused: " + scan.refusal() + "\n");
    }

    static String of(Element root, String indent) {
        StringBuilder lines = new StringBuilder(indent).append(name(root)).append(attributes(root));
        boolean isLeaf = root.children().findAny().isEmpty();
        if (isLeaf) {
            return root.text().isEmpty()
                    ? lines.append('\n').toString()
                    : lines.append(' ').append(quoted(root.text())).append('\n').toString();
        }
        lines.append('\n');
        for (Object part : root.content()) {
            if (part instanceof Element child) {
                lines.append(of(child, indent + "  "));
            } else if (!part.toString().isBlank()) {
                lines.append(indent)
                        .append("  ")
                        .append(quoted(part.toString()))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static String name(Element element) {
        String prefix = PREFIXES.getOrDefault(element.namespace(), "{" + element.namespace() + "}");
        return prefix + element.name();
    }

    private static String attributes(Element element) {
        return element.attributes().isEmpty()
                ? ""
                : new TreeMap<>(element.attributes())
                        .entrySet().stream()
                                .map(one -> one.getKey() + "=" + quoted(one.getValue()))
                                .collect(Collectors.joining(" ", " [", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                case 0xA0, 0xFFFD, 0x202F, 0xAD -> quoted.append(String.format("\\u%04X", c));
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
