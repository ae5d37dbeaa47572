package gazette.feed;

import java.util.Map;
import org.jsoup.nodes.Entities;

/**
 * Replaces references to characters and entities: XML's, HTML's and those that the document declares itself. What is none
 * stays as it stands, a bare ampersand too.
 */
final class References {
    /** Longest name or number that is looked at, in characters. */
    private static final int LONGEST = 40;
    /** Most characters that the entities of one document may come to. */
    private static final int MOST = 1_000_000;

    private final Map<String, String> declared;
    private int grown;

    References(Map<String, String> declared) {
        this.declared = declared;
    }

    /** The text between two places with its references replaced; line ends become line feeds. */
    String replaced(String text, int from, int to) {
        int at = next(text, from, to);
        if (at == to) {
            return text.substring(from, to);
        }
        StringBuilder out = new StringBuilder(to - from);
        int since = from;
        while (at < to) {
            out.append(text, since, at);
            since = text.charAt(at) == '\r' ? lineEnd(text, at, to, out) : reference(text, at, to, out);
            at = next(text, since, to);
        }
        return out.append(text, since, to).toString();
    }

    private static int next(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != '&' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int lineEnd(String text, int at, int to, StringBuilder out) {
        out.append('\n');
        return at + 1 < to && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
    }

    /** Reads the reference at an ampersand; the place behind it. */
    private int reference(String text, int at, int to, StringBuilder out) {
        int end = at + 1;
        boolean isNumber = end < to && text.charAt(end) == '#';
        end += isNumber ? 1 : 0;
        int most = Math.min(to, at + LONGEST);
        while (end < most && isPart(text.charAt(end))) {
            end++;
        }
        boolean isClosed = end < to && text.charAt(end) == ';';
        boolean isRead = isNumber
                ? character(text.substring(at + 2, end), out)
                : isClosed && entity(text.substring(at + 1, end), out);
        if (!isRead) {
            out.append('&');
            return at + 1;
        }
        return isClosed ? end + 1 : end;
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }

    private boolean entity(String name, StringBuilder out) {
        String value = value(name);
        if (value.isEmpty() && !declared.containsKey(name)) {
            return false;
        }
        if (declared.containsKey(name)) {
            grown = Math.min(MOST, grown + value.length());
        }
        out.append(grown < MOST ? value : "");
        return true;
    }

    private String value(String name) {
        return switch (name) {
            case "amp", "AMP" -> "&";
            case "lt", "LT" -> "<";
            case "gt", "GT" -> ">";
            case "quot", "QUOT" -> "\"";
            case "apos" -> "'";
            default -> {
                String value = declared.get(name);
                yield value != null ? value : Entities.getByName(name);
            }
        };
    }

    /** A reference such as {@code #233} or {@code #xE9}; a surrogate half may meet its other half in the next. */
    private static boolean character(String number, StringBuilder out) {
        boolean isHex = number.startsWith("x") || number.startsWith("X");
        try {
            int code = isHex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            if (Character.isValidCodePoint(code)) {
                out.appendCodePoint(code);
            }
            return true;
        } catch (NumberFormatException noNumber) {
            return number.length() > 9 && number.chars().allMatch(c -> Character.digit(c, isHex ? 16 : 10) >= 0);
        }
    }
}
