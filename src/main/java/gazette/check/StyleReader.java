package gazette.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads CSS as browsers do: what it does not understand it steps over. Strings, brackets and comments may hold any
 * character. One reader reads one text; not for sharing by threads.
 */
final class StyleReader {
    /** At-rules that hold rules. */
    private static final Set<String> GROUPS = Set.of("@media", "@supports", "@layer", "@container", "@document");

    private static final int MOST_NESTING = 8;
    private static final Pattern IMPORTANT = Pattern.compile("(?i)!\\s*important\\s*$");

    private final String css;
    private final int firstLine;
    private final List<StyleRule> rules = new ArrayList<>();

    private StyleReader(String css, int firstLine) {
        this.css = withoutComments(css);
        this.firstLine = firstLine;
    }

    /** The rules of a style block, those inside at-rules with their conditions; {@code firstLine} is the block's own. */
    static List<StyleRule> rules(String css, int firstLine) {
        StyleReader reader = new StyleReader(css, firstLine);
        reader.read(0, reader.css.length(), List.of());
        return List.copyOf(reader.rules);
    }

    /** The declarations of a {@code style} attribute that begins on {@code firstLine}. */
    static List<Declaration> declarations(String css, int firstLine) {
        StyleReader reader = new StyleReader(css, firstLine);
        return reader.declarations(0, reader.css.length());
    }

    private void read(int from, int to, List<String> conditions) {
        int start = from;
        while (start < to) {
            int end = next(start, to, "{;");
            String prelude = css.substring(start, end).strip();
            int line = line(start + leading(start, end));
            if (end == to || css.charAt(end) == ';') {
                if (prelude.startsWith("@")) {
                    rules.add(new StyleRule(conditions, List.of(prelude), List.of(), line));
                }
                start = end + 1;
                continue;
            }
            int close = closing(end, to);
            take(new Body(prelude, end + 1, close, line), conditions);
            start = close + 1;
        }
    }

    private record Body(String prelude, int from, int to, int line) {}

    private void take(Body body, List<String> conditions) {
        String prelude = body.prelude().replaceAll("\\s+", " ");
        if (prelude.startsWith("@") && GROUPS.contains(atName(prelude))) {
            if (conditions.size() < MOST_NESTING) {
                List<String> inner = new ArrayList<>(conditions);
                inner.add(prelude.toLowerCase(Locale.ROOT));
                read(body.from(), body.to(), inner);
            }
        } else if (!prelude.isEmpty()) {
            List<String> selectors = prelude.startsWith("@") ? List.of(prelude) : split(prelude);
            rules.add(new StyleRule(conditions, selectors, declarations(body.from(), body.to()), body.line()));
        }
    }

    private static String atName(String prelude) {
        return prelude.toLowerCase(Locale.ROOT).split("[ ({]", 2)[0];
    }

    private List<Declaration> declarations(int from, int to) {
        List<Declaration> declarations = new ArrayList<>();
        int start = from;
        while (start < to) {
            int end = next(start, to, ";{");
            if (end < to && css.charAt(end) == '{') { // a nested rule, or a keyframe
                end = closing(end, to);
            } else {
                declaration(start, end, declarations);
            }
            start = end + 1;
        }
        return declarations;
    }

    private void declaration(int from, int to, List<Declaration> into) {
        int colon = css.indexOf(':', from);
        if (colon < 0 || colon >= to) {
            return;
        }
        String property = css.substring(from, colon).strip();
        String value = css.substring(colon + 1, to).strip();
        if (!property.isEmpty() && !value.isEmpty()) {
            String plain = IMPORTANT.matcher(value).replaceFirst("").strip();
            String name = property.startsWith("--") ? property : property.toLowerCase(Locale.ROOT);
            into.add(new Declaration(name, plain, !plain.equals(value), line(from + leading(from, to))));
        }
    }

    /** The parts between the commas of a selector list. */
    private static List<String> split(String prelude) {
        StyleReader reader = new StyleReader(prelude, 1);
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= reader.css.length()) {
            int end = reader.next(start, reader.css.length(), ",");
            parts.add(reader.css.substring(start, end).strip());
            start = end + 1;
        }
        return parts;
    }

    /** Where the next of {@code stops} is, outside strings and brackets; {@code to} when there is none. */
    private int next(int from, int to, String stops) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            char c = css.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"' || c == '\'') {
                i = endOfString(i, to);
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && stops.indexOf(c) >= 0) {
                return i;
            }
        }
        return to;
    }

    private int closing(int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            char c = css.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfString(i, to);
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return to;
    }

    /** A string ends at its quote, or unfinished at the end of its line. */
    private int endOfString(int open, int to) {
        for (int i = open + 1; i < to; i++) {
            char c = css.charAt(i);
            if (c == css.charAt(open) || c == '\n') {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return to;
    }

    private int leading(int from, int to) {
        int i = from;
        while (i < to && Character.isWhitespace(css.charAt(i))) {
            i++;
        }
        return i - from;
    }

    private int line(int offset) {
        return firstLine
                + (int) css.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Comments, and the brackets that hid styles from programs of 1996, become blanks; lines stay where they are. */
    private static String withoutComments(String css) {
        StringBuilder plain = new StringBuilder(css.replace("<!--", "    ").replace("-->", "   "));
        int open = plain.indexOf("/*");
        while (open >= 0) {
            int close = plain.indexOf("*/", open + 2);
            int end = close < 0 ? plain.length() : close + 2;
            for (int i = open; i < end; i++) {
                if (plain.charAt(i) != '\n') {
                    plain.setCharAt(i, ' ');
                }
            }
            open = plain.indexOf("/*", end);
        }
        return plain.toString();
    }
}
