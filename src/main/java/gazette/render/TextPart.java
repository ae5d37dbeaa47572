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

    private static final Pattern LINK = Pattern.compile("\\S*(?:\\w://|@\\w)\\S*");
    private static final Pattern BREAKS = Pattern.compile("[ \\t\\r\\n]+");
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
        for (String word : BREAKS.split(text.strip())) {
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
     * blank line in a row, LF at the end.
     */
    static String tidy(String printed) {
        String lines = printed.lines()
                .map(line -> line.replaceAll("[ \\t]+$", ""))
                .map(line -> width(line) > HARD_WIDTH ? wrapped(line, "") : line)
                .collect(Collectors.joining("\n"));
        return lines.replaceAll("\\n{3,}", "\n\n").replaceAll("\\A\\n+|\\n+\\z", "") + "\n";
    }

    /** A word that no line holds is cut, at its no-break spaces if it has any; a link and a field never are. */
    private static List<String> pieces(String word, int room) {
        if (width(word) <= room || LINK.matcher(word).matches() || word.indexOf(Field.BEGIN) >= 0) {
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
        return (int) text.codePoints().count();
    }
}
