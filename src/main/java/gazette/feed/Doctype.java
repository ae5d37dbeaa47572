package gazette.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a DOCTYPE is good for: the entities that it declares with a text of their own. No address in it is ever followed.
 *
 * @param entities texts by name
 * @param end where the document goes on
 */
record Doctype(Map<String, String> entities, int end) {
    private static final int MOST_ENTITIES = 300;
    /** Longest text of one, in characters, the ones that it refers to included: entities do not multiply. */
    private static final int LONGEST = 2000;

    /** Longest declaration; HTML's own list of entities has 30,000 characters. */
    private static final int LONGEST_DOCTYPE = 100_000;

    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s+([A-Za-z_][\\w.-]{0,60})\\s+(?:\"([^\"]{0,2000})\"|'([^']{0,2000})')\\s*>");

    /** Reads the one that begins at a place of a document. */
    static Doctype at(String text, int start) {
        int end = end(text, start);
        Map<String, String> entities = new HashMap<>();
        References known = new References(entities);
        Matcher found = ENTITY.matcher(text).region(start, end);
        while (entities.size() < MOST_ENTITIES && found.find()) {
            int group = found.group(2) == null ? 3 : 2;
            String value = known.replaced(text, found.start(group), found.end(group));
            if (value.length() <= LONGEST) {
                entities.putIfAbsent(found.group(1), value);
            }
        }
        return new Doctype(entities, end);
    }

    private static int end(String text, int start) {
        int brackets = 0;
        char quote = 0;
        int most = Math.min(text.length(), start + LONGEST_DOCTYPE);
        for (int at = start; at < most; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets = Math.max(0, brackets - 1);
            } else if (c == '>' && brackets == 0) {
                return at + 1;
            }
        }
        int end = text.indexOf('>', start); // never closed: as little as can be
        return end < 0 ? text.length() : end + 1;
    }
}
