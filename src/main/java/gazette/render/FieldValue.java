package gazette.render;

import java.util.HashMap;
import java.util.Map;

/** What a reader has in a field, as messages take it in. */
final class FieldValue {
    private FieldValue() {}

    /**
     * {@code written} on one line: control characters and line ends become blanks, runs of blanks one, none is left at
     * the ends. A narrow no-break space becomes a wide one, as in all subjects and plain-text parts, and the characters
     * that {@link Field} and {@link PersonalText} mark by are taken out.
     */
    static String of(String written) {
        return isClean(written) ? written : cleaned(written);
    }

    /** Those of {@code written} that are more than blank. */
    static Map<String, String> present(Map<String, String> written) {
        Map<String, String> present = new HashMap<>();
        written.forEach((name, value) -> present.put(name, of(value)));
        present.values().removeIf(String::isEmpty);
        return present;
    }

    /** The usual case, told without a copy. */
    private static boolean isClean(String written) {
        char before = ' ';
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c < ' ' || (c == ' ' && before == ' ') || (c > '~' && isSpecial(c))) {
                return false;
            }
            before = c;
        }
        return written.isEmpty() || before != ' ';
    }

    private static boolean isSpecial(char c) {
        return !Character.isLetter(c);
    }

    private static String cleaned(String written) {
        StringBuilder line = new StringBuilder(written.length());
        Typography.withoutNarrowSpaces(Clean.words(written)).codePoints().forEach(c -> {
            if (c != ' ' || line.charAt(line.length() - 1) != ' ') {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
