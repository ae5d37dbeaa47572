package gazette.render;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Single quotation marks of English, and apostrophes at the ends of words. A mark after a word closes a quote or is an
 * apostrophe, which look the same; one before a word opens a quote when another closes it. Feet and what else follows a
 * digit stay as they are.
 */
record SingleQuotes() implements PrintersRule {
    private static final char STRAIGHT = '\'';

    @Override
    public void set(Galley galley) {
        String text = galley.text();
        if (text.indexOf(STRAIGHT) >= 0) {
            galley.redraw(paired(text));
        }
    }

    private static String paired(String text) {
        StringBuilder paired = new StringBuilder(text);
        Deque<Integer> opened = new ArrayDeque<>();
        for (int i = text.indexOf(STRAIGHT); i >= 0; i = text.indexOf(STRAIGHT, i + 1)) {
            Neighbours here = Neighbours.of(text, i);
            if (here.has(STRAIGHT)) {
                continue;
            }
            if (here.mayOpen()) {
                opened.push(i);
            } else if (here.mayClose() && !opened.isEmpty()) {
                paired.setCharAt(opened.pop(), '‘');
                paired.setCharAt(i, '’');
            } else if (here.mayClose() && !here.afterDigit()) {
                paired.setCharAt(i, '’');
            }
        }
        return paired.toString();
    }
}
