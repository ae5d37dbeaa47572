package gazette.check;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;

/** The HTML part: as it was written, and as a tree that knows the lines of its nodes. */
public final class HtmlPart {
    /** One shows what is the matter; hundreds say no more. */
    private static final int MOST_SLIPS = 20;

    private final String source;
    private final int octets;
    private final Document document;
    private final ParseErrorList slips;
    private final Set<Element> hidden;
    private final String visibleText;

    /** @param octets its size as the message carries it */
    HtmlPart(String source, int octets) {
        this.source = source;
        this.octets = octets;
        Parser parser = Parser.htmlParser().setTrackPosition(true).setTrackErrors(MOST_SLIPS);
        this.document = parser.parseInput(source, "");
        this.slips = parser.getErrors();
        this.hidden = Visible.hidden(document);
        this.visibleText = Visible.text(document.body());
    }

    /** As it was written; lines end in LF or CRLF. */
    public String source() {
        return source;
    }

    /** Its size in octets as the message carries it, encoded for transfer. */
    public int octets() {
        return octets;
    }

    /** The tree; shared by all rules, so not to be changed. */
    public Document document() {
        return document;
    }

    /** The line of {@code node}, from 1; 0 for what the parser made up. */
    public int line(Node node) {
        int line = node.sourceRange().start().lineNumber();
        return Math.max(0, line);
    }

    /** The line of the octet at {@code offset} of the source, from 1. */
    public int line(int offset) {
        return 1
                + (int) source.substring(0, Math.min(offset, source.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** What the parser had to mend. */
    ParseErrorList slips() {
        return slips;
    }

    /** What a reader sees or hears: everything but hidden elements, styles and the head. */
    String visibleText() {
        return visibleText;
    }

    /** Whether nobody sees {@code element} of this part, for itself or for what it is in. */
    boolean isHidden(Element element) {
        return hidden.contains(element);
    }
}
