package gazette.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lines of the plain-text part that depend on the reader, without the last line end. Immutable. */
public final class Passage implements Piece {
    private final List<Part> parts;

    private Passage(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Something that has its words once a reader is known. */
    private interface Part {
        String fill(Function<String, String> value);
    }

    static Passage of(String stored) {
        return new Passage(parts(stored));
    }

    @Override
    public String fill(Function<String, String> value) {
        String filled = filled(parts, value);
        StringBuilder lines = new StringBuilder(filled.length() + 16);
        int from = 0;
        while (from < filled.length()) {
            int end = filled.indexOf('\n', from);
            int to = end < 0 ? filled.length() : end;
            lines.append(from == 0 ? "" : "\n").append(TextPart.tidyLine(filled.substring(from, to)));
            from = to + 1;
        }
        return lines.toString();
    }

    private static String filled(List<Part> parts, Function<String, String> value) {
        if (parts.size() == 1) {
            return parts.get(0).fill(value);
        }
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            filled.append(part.fill(value));
        }
        return filled.toString();
    }

    private static List<Part> parts(String stored) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int begin;
        while ((begin = stored.indexOf(PersonalText.BEGIN, from)) >= 0) {
            addFields(stored.substring(from, begin), parts);
            int end = end(stored, begin);
            parts.add(paragraph(stored.substring(begin + 1, end)));
            from = Math.min(end + 1, stored.length());
        }
        addFields(stored.substring(from), parts);
        return parts;
    }

    private static void addFields(String stored, List<Part> parts) {
        Field.pieces(stored).forEach(piece -> parts.add(piece::fill));
    }

    private static Part paragraph(String stored) {
        List<List<Part>> three = split(stored).stream().map(Passage::parts).toList();
        List<Part> text = three.get(three.size() - 1);
        return three.size() > 2
                ? value ->
                        TextPart.wrapped(filled(text, value), filled(three.get(0), value), filled(three.get(1), value))
                : value -> TextPart.wrapped(filled(text, value), filled(three.get(0), value));
    }

    /** Where the paragraph that begins at {@code begin} ends, those inside it skipped. */
    private static int end(String stored, int begin) {
        int depth = 0;
        for (int i = begin; i < stored.length(); i++) {
            depth += depth(stored.charAt(i));
            if (depth == 0) {
                return i;
            }
        }
        return stored.length();
    }

    private static List<String> split(String stored) {
        List<String> split = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < stored.length(); i++) {
            depth += depth(stored.charAt(i));
            if (depth == 0 && stored.charAt(i) == PersonalText.NEXT) {
                split.add(stored.substring(from, i));
                from = i + 1;
            }
        }
        split.add(stored.substring(from));
        return split;
    }

    /** How many more paragraphs stand open behind {@code c} than before it. */
    static int depth(char c) {
        return c == PersonalText.BEGIN ? 1 : c == PersonalText.END ? -1 : 0;
    }
}
