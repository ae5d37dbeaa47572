package gazette.markup;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Tables of data, told from tables that only place things on a page, as newsletters are made. */
final class Tables {
    /** In characters: cells of data are short. */
    private static final int LONGEST_CELL = 300;

    private static final Set<String> PLACED = Set.of(
            "table",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "pre",
            "figure",
            "img",
            "picture",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "iframe",
            "video",
            "audio");

    private static final Set<String> PARAGRAPHS = Set.of("p", "div");

    private Tables() {}

    /** Whether {@code row} is read as one line: it has two cells with words or more, and nothing but a few words in each. */
    static boolean isData(Element row) {
        int filled = 0;
        for (Element cell : row.children()) {
            Look look = new Look();
            look.traverse(cell);
            if (look.isPlaced) {
                return false;
            }
            filled += look.letters > 0 ? 1 : 0;
        }
        return filled > 1;
    }

    /** A look into one cell, no further than is needed. */
    private static final class Look implements NodeFilter {
        int letters;
        int paragraphs;
        boolean isPlaced;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                letters += text.text().strip().length();
            }
            paragraphs += PARAGRAPHS.contains(node.normalName()) ? 1 : 0;
            isPlaced = PLACED.contains(node.normalName()) || paragraphs > 1 || letters > LONGEST_CELL;
            return isPlaced ? FilterResult.STOP : FilterResult.CONTINUE;
        }
    }
}
