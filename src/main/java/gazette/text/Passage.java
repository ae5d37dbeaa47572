package gazette.text;

import gazette.article.Punctuation;
import java.util.ArrayList;
import java.util.List;

/**
 * One block of a text before it is known what it is.
 *
 * @param rows the lines that it stood on: one, but for texts that an editor broke at a fixed width
 * @param text the same on one line
 */
record Passage(List<Row> rows, String text) {
    /** In characters; below it, short lines are verses, lists and addresses that end where they mean to. */
    private static final int NARROWEST = 50;
    /** In characters; above it, no editor breaks lines, and each is a block. */
    private static final int WIDEST = 100;

    Passage {
        rows = List.copyOf(rows);
    }

    /**
     * The blocks of {@code rows}. A line is a block, unless the text shows that it was broken at a fixed width: then the
     * lines of a paragraph are put together again, but for those of which {@code directions} say that they stand alone.
     */
    static List<Passage> of(List<Row> rows, Directions directions) {
        int width = rows.stream().mapToInt(Row::length).max().orElse(0);
        boolean wrapped = width >= NARROWEST && width <= WIDEST && isWrapped(rows, width);
        List<Passage> passages = new ArrayList<>();
        List<Row> block = new ArrayList<>();
        for (Row row : rows) {
            if (!block.isEmpty()
                    && !(wrapped
                            && isOneBlock(block.get(block.size() - 1), row, width)
                            && !isApart(block.get(block.size() - 1), row, directions))) {
                passages.add(joined(block));
                block.clear();
            }
            block.add(row);
        }
        if (!block.isEmpty()) {
            passages.add(joined(block));
        }
        return passages;
    }

    /** Most lines end only because the next word had no room, and a third of those in the middle of a sentence. */
    private static boolean isWrapped(List<Row> rows, int width) {
        int breaks = 0;
        int full = 0;
        int inside = 0;
        for (int i = 1; i < rows.size(); i++) {
            Row above = rows.get(i - 1);
            Row below = rows.get(i);
            breaks += above.touches(below) ? 1 : 0;
            if (isFull(above, below, width)) {
                full++;
                inside += isInsideSentence(above, below) ? 1 : 0;
            }
        }
        return inside > 0 && 2 * full >= breaks && 3 * inside >= full;
    }

    /** In a text of fixed width, a break in the middle of a sentence means as little as one at the end of the room. */
    private static boolean isOneBlock(Row above, Row below, int width) {
        return isFull(above, below, width) || (above.touches(below) && isInsideSentence(above, below));
    }

    private static boolean isApart(Row above, Row below, Directions directions) {
        return directions.isIntertitle(above.text()) || directions.isSaid(below.text());
    }

    private static boolean isInsideSentence(Row above, Row below) {
        return !Punctuation.endsSentence(above.text()) && Punctuation.goesOn(below.text());
    }

    /** Whether the first word of {@code below} had no room at the end of {@code above}. */
    private static boolean isFull(Row above, Row below, int width) {
        int space = below.text().indexOf(' ');
        String word = space < 0 ? below.text() : below.text().substring(0, space);
        return above.touches(below)
                && !Punctuation.beginsItem(below.text())
                && above.length() + 1 + word.codePointCount(0, word.length()) > width;
    }

    private static Passage joined(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            if (!text.isEmpty() && !endsHyphenated(text)) {
                text.append(' ');
            }
            text.append(row.text());
        }
        return new Passage(rows, text.toString());
    }

    /** At {@code peut-} a word was parted at its own hyphen: no blank goes in between. */
    private static boolean endsHyphenated(StringBuilder text) {
        int hyphen = text.length() - 1;
        return hyphen > 0 && text.charAt(hyphen) == '-' && Character.isLetter(text.charAt(hyphen - 1));
    }
}
