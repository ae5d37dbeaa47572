package gazette.render;

import java.util.List;

/** The line that an inbox shows beside the subject. */
final class Preheader {
    /** Below this, an inbox fills the line up with what comes next in the mail; in characters. */
    static final int SHORTEST = 40;

    /** What the widest inbox shows; in characters. */
    static final int LONGEST = 130;

    private Preheader() {}

    /** As many of {@code pieces} as it takes, from the first, cut at a word with an ellipsis if that is too long. */
    static String of(List<String> pieces) {
        StringBuilder line = new StringBuilder();
        for (String piece : pieces) {
            if (line.codePoints().count() >= SHORTEST) {
                break;
            }
            if (!piece.isEmpty()) {
                line.append(line.isEmpty() ? "" : " · ").append(piece);
            }
        }
        return Cut.of(line.toString(), LONGEST);
    }
}
