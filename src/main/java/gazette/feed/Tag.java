package gazette.feed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A start tag as it is written, whatever is wrong with it.
 *
 * @param name with its prefix
 * @param attributes by name with prefix, references not replaced yet; of two with one name the first
 * @param isEmpty whether it is closed right away
 * @param end where the document goes on; -1 when it is no tag, but text with a {@code <} in it
 */
record Tag(String name, Map<String, String> attributes, boolean isEmpty, int end) {
    private static final Tag NONE = new Tag("", Map.of(), false, -1);
    private static final int LONGEST_NAME = 200;

    static Tag at(String text, int start) {
        return new Reading(text, start + 1).tag();
    }

    /** Where the name that begins here ends. */
    static int nameEnd(String text, int start) {
        int at = start;
        int most = Math.min(text.length(), start + LONGEST_NAME);
        while (at < most && isNamePart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == ':'
                || c == '-'
                || c == '_'
                || c == '.'
                || (c > 0x7F && Character.isLetterOrDigit(c));
    }

    static boolean isNameStart(char c) {
        return isNamePart(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.' && c != ':';
    }

    private static final class Reading {
        private final String text;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private int at;

        Reading(String text, int at) {
            this.text = text;
            this.at = at;
        }

        Tag tag() {
            int nameEnd = nameEnd(text, at);
            String name = text.substring(at, nameEnd);
            at = nameEnd;
            if (name.endsWith(":") || !isNameStart(name.charAt(0)) || !(isBlank() || isAny("/><"))) {
                return NONE;
            }
            while (true) {
                skipBlanks();
                if (at >= text.length()) {
                    return NONE;
                }
                if (isAny("<")) {
                    return attributes.isEmpty() ? NONE : new Tag(name, attributes, false, at);
                }
                if (isAny(">")) {
                    return new Tag(name, attributes, false, at + 1);
                }
                if (text.startsWith("/>", at)) {
                    return new Tag(name, attributes, true, at + 2);
                }
                attribute();
            }
        }

        private void attribute() {
            int nameEnd = nameEnd(text, at);
            if (nameEnd == at) {
                at++; // no name can begin here: a stray quote, slash or equals sign
                return;
            }
            String name = text.substring(at, nameEnd);
            at = nameEnd;
            skipBlanks();
            String value = "";
            if (isAny("=")) {
                at++;
                skipBlanks();
                value = isAny("\"'") ? quoted() : unquoted();
            }
            if (attributes.size() < Growth.ATTRIBUTES) {
                attributes.putIfAbsent(name, value);
            }
        }

        private String quoted() {
            int start = at + 1;
            int end = text.indexOf(text.charAt(at), start);
            int bracket = end < 0
                    ? -1
                    : text.substring(start, Math.min(end, start + 10_000)).indexOf('>');
            boolean isLeftOpen =
                    end < 0 || (bracket >= 0 && !(end + 1 < text.length() && isAfterValue(text.charAt(end + 1))));
            if (isLeftOpen) {
                at = start;
                return unquoted();
            }
            at = end + 1;
            return text.substring(start, end);
        }

        private static boolean isAfterValue(char c) {
            return c <= ' ' || c == '>' || c == '/';
        }

        private String unquoted() {
            int start = at;
            while (at < text.length() && !isBlank() && !isAny("><") && !text.startsWith("/>", at)) {
                at++;
            }
            return text.substring(start, at);
        }

        private void skipBlanks() {
            while (at < text.length() && isBlank()) {
                at++;
            }
        }

        private boolean isBlank() {
            return at < text.length() && text.charAt(at) <= ' ';
        }

        private boolean isAny(String characters) {
            return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
        }
    }
}
