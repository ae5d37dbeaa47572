package gazette.feed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what was meant to be XML. Takes one pass, and time in proportion to the document: what is searched for in vain is
 * not searched for again.
 */
final class LooseXml {
    private static final String CDATA = "<![CDATA[";

    private final String text;
    private final int rootAt;
    private final Growth growth = new Growth();
    private final Map<String, Boolean> isMissing = new HashMap<>();
    private References references = new References(Map.of());
    private int at;

    private LooseXml(String text) {
        this.text = text;
        this.rootAt = Beginning.rootAt(text);
    }

    /** The tree; empty when there is no element. An item that the end of the document cuts off is left out. */
    static Optional<Element> read(String text) {
        return new LooseXml(text).read();
    }

    private Optional<Element> read() {
        while (at < text.length() && !growth.isDone()) {
            int bracket = text.indexOf('<', at);
            int end = bracket < 0 ? text.length() : bracket;
            characters(at, end);
            at = end;
            if (bracket >= 0 && !isMarkupRead()) {
                growth.text("<", 0, 1);
                at = bracket + 1;
            }
        }
        if (!growth.isDone()) {
            dropHalfAnItem();
        }
        return growth.root();
    }

    private void dropHalfAnItem() {
        List<Growth.Open> open = growth.open();
        int half = Implied.halfItem(open);
        while (half >= 0 && open.size() > half) {
            growth.drop();
        }
    }

    private void characters(int from, int to) {
        if (from < to && !growth.open().isEmpty()) {
            String characters = references.replaced(text, from, to);
            growth.text(characters, 0, characters.length());
        }
    }

    /** Reads the markup here and goes behind it; false when it is none. */
    private boolean isMarkupRead() {
        if (at + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        if (next == '!') {
            return isDeclarationRead();
        }
        if (next == '?') {
            at = behind("?>", at + 2).orElse(behind(">", at + 2).orElse(text.length()));
            return true;
        }
        if (next == '/') {
            return isEndTagRead();
        }
        return Tag.isNameStart(next) && isStartTagRead();
    }

    private boolean isDeclarationRead() {
        if (text.startsWith("<!--", at)) {
            at = behind("-->", at + 4).orElse(behind(">", at + 4).orElse(text.length()));
            return true;
        }
        if (text.startsWith(CDATA, at)) {
            cdata();
            return true;
        }
        if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
            Doctype doctype = Doctype.at(text, at);
            references = new References(doctype.entities());
            at = doctype.end();
            return true;
        }
        return false;
    }

    /** The place behind the next such end; empty when there is none in the rest of the document. */
    private Optional<Integer> behind(String end, int from) {
        if (isMissing.containsKey(end)) {
            return Optional.empty();
        }
        int found = text.indexOf(end, from);
        if (found < 0) {
            isMissing.put(end, true);
            return Optional.empty();
        }
        return Optional.of(found + end.length());
    }

    /** A section that is never closed, or not before another begins, ends with the element that it is in. */
    private void cdata() {
        int start = at + CDATA.length();
        int end = behind("]]>", start).map(behind -> behind - 3).orElse(text.length());
        int another = text.indexOf(CDATA, start);
        int most = another >= 0 && another < end ? another : end;
        int closed = most < end || end == text.length() ? endOfElement(start, most) : -1;
        int stop = closed < 0 ? end : closed;
        growth.text(text, start, stop);
        at = closed < 0 ? Math.min(text.length(), end + 3) : closed;
    }

    /** Where the end tag of the innermost element begins; -1 when there is none up to a place. */
    private int endOfElement(int from, int most) {
        List<Growth.Open> open = growth.open();
        if (open.isEmpty()) {
            return -1;
        }
        int found = text.indexOf("</" + open.get(open.size() - 1).written(), from);
        return found < most ? found : -1;
    }

    private boolean isEndTagRead() {
        int nameEnd = Tag.nameEnd(text, at + 2);
        if (nameEnd == at + 2) {
            return false;
        }
        String name = text.substring(at + 2, nameEnd);
        int next = nameEnd;
        while (next < text.length() && text.charAt(next) != '>' && text.charAt(next) != '<') {
            next++;
        }
        at = next < text.length() && text.charAt(next) == '>' ? next + 1 : next;
        if (growth.isTooDeep()) {
            growth.close();
        } else {
            closeTo(lastOpen(name));
        }
        return true;
    }

    /** The place of the innermost open element of this name; beyond the last when there is none. */
    private int lastOpen(String name) {
        List<Growth.Open> open = growth.open();
        for (int place = open.size() - 1; place >= 0; place--) {
            if (open.get(place).written().equalsIgnoreCase(name)) {
                return place;
            }
        }
        return open.size();
    }

    private void closeTo(int kept) {
        while (growth.open().size() > kept) {
            growth.close();
        }
    }

    private boolean isStartTagRead() {
        Tag tag = Tag.at(text, at);
        if (tag.end() < 0) {
            return false;
        }
        boolean isBeforeRoot = at < rootAt;
        at = tag.end();
        if (!isBeforeRoot) {
            open(tag);
        }
        return true;
    }

    private void open(Tag tag) {
        if (growth.isTooDeep()) {
            growth.openUnnamed();
        } else {
            openNamed(tag);
        }
        if (tag.isEmpty() || Implied.isVoid(tag.name())) {
            growth.close();
        }
    }

    private void openNamed(Tag tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        tag.attributes().forEach((name, value) -> attributes.put(name, plain(value)));
        Names names = Names.of(tag.name(), attributes, growth.open());
        closeTo(Implied.kept(growth.open(), names.namespace(), names.name()));
        growth.open(names);
    }

    private String plain(String value) {
        String whole = references.replaced(value, 0, Math.min(Growth.VALUE, value.length()));
        return Characters.legal(whole.replace('\n', ' ').replace('\t', ' '));
    }
}
