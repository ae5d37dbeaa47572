package gazette.markup;

import gazette.article.ItemList.Marker;
import java.util.ArrayDeque;
import java.util.Deque;

/** The lists that are open, one inside the other, and what stands before their next item. */
final class Lists {
    private static final class Open {
        final Marker marker;
        final boolean marks;
        final boolean written;
        int next;

        Open(Marker marker, int first, boolean marks, boolean written) {
            this.marker = marker;
            this.next = first;
            this.marks = marks;
            this.written = written;
        }
    }

    /** Further in, items would have no room in a column of 600 pixels. */
    private static final int DEEPEST = 8;

    private final Deque<Open> open = new ArrayDeque<>();
    private String mark = "";
    private boolean starts;

    /**
     * @param marks whether its items are to carry their bullets and numbers as words
     * @param written whether it is no list at all but paragraphs, for the sake of its numbers
     */
    void open(Marker marker, int first, boolean marks, boolean written) {
        open.push(new Open(marker, first, marks, written));
    }

    /** Whether the innermost is made of paragraphs. */
    boolean isWritten() {
        return !open.isEmpty() && open.getFirst().written;
    }

    void close() {
        open.pop();
        mark = "";
    }

    /** Begins an item; outside of any list it is only a paragraph. */
    void next() {
        starts = true;
        Open list = open.peek();
        if (list != null) {
            mark = !list.marks ? "" : list.marker == Marker.NUMBER ? list.next + ". " : "• ";
            list.next++;
        }
    }

    /** How many are open, at least 1 and no more than {@value #DEEPEST}. */
    int depth() {
        return Math.max(1, Math.min(DEEPEST, open.size()));
    }

    /** Whether an item has begun since this was last asked. */
    boolean takeStart() {
        boolean taken = starts;
        starts = false;
        return taken;
    }

    /** What stands before the words of an item, once; empty inside it and outside of lists. */
    String takeMark() {
        String taken = mark;
        mark = "";
        return taken;
    }
}
