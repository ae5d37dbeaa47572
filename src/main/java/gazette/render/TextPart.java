package gazette.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plain-text part: lines of at most {@value #WIDTH} characters (code points), broken at blanks alone. No-break
 * spaces keep their words together, and a link stays whole however long it is.
 */
final class TextPart {
    /** Where lines are broken: with two marks of quoting before it, a line still fits 78. */
    static final int WIDTH = 72;

    /** The longest line that needs no breaking: RFC 5322 section 2.1.1. */
    static final int HARD_WIDTH = 78;

    private static final Pattern FIXED = Pattern.compile("(?<=[\\u00A0\\u202F])");

    private TextPart() {}

    /**
     * {@code text} in lines of {@value #WIDTH} characters joined by LF.
     *
     * @param first what stands before the first line, such as {@code 1. }; the others are indented by as many blanks
     */
    static String wrapped(String text, String first) {
        return wrapped(text, first, " ".repeat(width(first)));
    }

    /**
     * As {@link #wrapped(String, String)}.
     *
     * @param indent what stands before all lines but the first
     */
    static String wrapped(String text, String first, String indent) {
        int room = Math.max(WIDTH - indent.length(), WIDTH / 4);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text.strip())) {
            for (String piece : pieces(word, room)) {
                if (!line.isEmpty() && width(line) + 1 + width(piece) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return first + String.join("\n" + indent, lines);
    }

    /**
     * What a template printed as a part to send: lines that are too long broken, no blanks at line ends, at most one
     * blank line in a row, LF at the end. A line with a field stays as it is; it is tidied once it is filled.
     */
    static String tidy(String printed) {
        return tidied(printed).stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /**
     * A line of a tidy part.
     *
     * @param origin which line it was when it was printed, from 0
     */
    record Line(String text, int origin) {}

    /** The lines of {@link #tidy}. */
    static List<Line> tidied(String printed) {
        List<Line> tidied = new ArrayList<>();
        int origin = 0;
        for (String line : PersonalText.lines(printed)) {
            for (String part : PersonalText.isOpen(line)
                    ? List.of(line)
                    : List.of(tidyLine(line).split("\n", -1))) {
                if (!part.isEmpty() || !endsBlank(tidied)) {
                    tidied.add(new Line(part, origin));
                }
            }
            origin++;
        }
        if (tidied.size() > 1 && endsBlank(tidied)) {
            tidied.remove(tidied.size() - 1);
        }
        return tidied.isEmpty() ? List.of(new Line("", 0)) : tidied;
    }

    private static boolean endsBlank(List<Line> lines) {
        return lines.isEmpty() || lines.get(lines.size() - 1).text().isEmpty();
    }

    /** One line as {@link #tidy} has it; one that was too long is several. */
    static String tidyLine(String line) {
        String tidied = withoutEnd(line);
        return width(tidied) > HARD_WIDTH ? wrapped(tidied, "") : tidied;
    }

    private static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** What stands between blanks; told without a pattern, because it is asked for each reader. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isBreak(text.charAt(at))) {
                if (at > from || words.isEmpty()) {
                    words.add(text.substring(from, at));
                }
                from = at + 1;
            }
        }
        return words;
    }

    private static boolean isBreak(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /** Whether {@code word} holds the address of a page or of a person. */
    private static boolean isLink(String word) {
        for (int at = 0; at < word.length() - 1; at++) {
            boolean person = word.charAt(at) == '@' && isOfAWord(word.charAt(at + 1));
            boolean page = isOfAWord(word.charAt(at)) && word.startsWith("://", at + 1);
            if (person || page) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAWord(char c) {
        return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    /** A word that no line holds is cut, at its no-break spaces if it has any; a link never is. */
    private static List<String> pieces(String word, int room) {
        if (width(word) <= room || isLink(word)) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String part : FIXED.split(word)) {
            for (String cut : cuts(part, room)) {
                if (!piece.isEmpty() && width(piece) + width(cut) > room) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
                piece.append(cut);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static List<String> cuts(String part, int room) {
        List<String> cuts = new ArrayList<>();
        int from = 0;
        while (part.codePointCount(from, part.length()) > room) {
            int to = part.offsetByCodePoints(from, room);
            cuts.add(part.substring(from, to));
            from = to;
        }
        cuts.add(part.substring(from));
        return cuts;
    }

    private static int width(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
