package gazette.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A variant's plain-text part. Lines without a field are the same for everybody. A line with one is a {@link Passage},
 * which is broken anew for each reader: what a field holds moves the words after it.
 *
 * <p>A wrapped paragraph with a field is stored unwrapped, between U+E0F2 and U+E0F4: what stands before its first line,
 * before the others, and its text, with U+E0F3 between them. Where the second is missing, as many blanks as the first
 * has characters stand before the others.
 */
public final class PersonalText {
    static final char BEGIN = '\uE0F2';
    static final char NEXT = '\uE0F3';
    static final char END = '\uE0F4';

    private PersonalText() {}

    /** The constants and passages of {@code stored}, in their order; a line end belongs to the constant after it. */
    public static List<Piece> pieces(String stored) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder constant = new StringBuilder();
        String lineEnd = "";
        for (String line : lines(stored)) {
            constant.append(lineEnd);
            if (isOpen(line)) {
                add(constant, pieces);
                pieces.add(Passage.of(line));
            } else {
                constant.append(line);
            }
            lineEnd = "\n";
        }
        add(constant, pieces);
        return pieces;
    }

    private static void add(StringBuilder constant, List<Piece> pieces) {
        if (!constant.isEmpty()) {
            pieces.add(new Piece.Constant(constant.toString()));
            constant.setLength(0);
        }
    }

    /**
     * {@code stored} for one reader, as if the template had seen the values.
     *
     * @param value see {@link Piece#fill}
     */
    public static String fill(String stored, Function<String, String> value) {
        return pieces(stored).stream().map(piece -> piece.fill(value)).collect(Collectors.joining());
    }

    /** Whether {@code line} depends on the reader. */
    static boolean isOpen(String line) {
        return Field.isIn(line) || line.indexOf(BEGIN) >= 0;
    }

    /** A paragraph that is wrapped per reader; the others of its lines begin with as many blanks as the first has characters. */
    static String paragraph(String text, String first) {
        return BEGIN + first + NEXT + onOneLine(text) + END;
    }

    /** A paragraph that is wrapped per reader. */
    static String paragraph(String text, String first, String others) {
        return BEGIN + first + NEXT + others + NEXT + onOneLine(text) + END;
    }

    /** To wrapping a line end is a blank. */
    private static String onOneLine(String text) {
        return text.replace('\r', ' ').replace('\n', ' ');
    }

    /** The lines of {@code text}; a paragraph stays in one. The last is what stands behind the last line end. */
    static List<String> lines(String text) {
        if (text.indexOf(BEGIN) < 0 && text.indexOf('\r') < 0) {
            return List.of(text.split("\n", -1));
        }
        List<String> lines = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += Passage.depth(c);
            if (depth <= 0 && (c == '\n' || c == '\r')) {
                lines.add(text.substring(from, i));
                i += text.startsWith("\r\n", i) ? 1 : 0;
                from = i + 1;
            }
        }
        lines.add(text.substring(from));
        return lines;
    }
}
