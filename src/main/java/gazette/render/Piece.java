package gazette.render;

import java.util.function.Function;

/** A stretch of a variant. All of them in a row, filled with one reader's values, are what that reader gets. */
public sealed interface Piece permits Piece.Constant, Field, Passage {
    /**
     * This stretch for one reader.
     *
     * @param value of a field by its name, empty for none; it is put on one line, without blanks at its ends
     */
    String fill(Function<String, String> value);

    /** The same words for everybody. */
    record Constant(String text) implements Piece {
        @Override
        public String fill(Function<String, String> value) {
            return text;
        }
    }
}
