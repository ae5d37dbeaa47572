package gazette.article;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A list.
 *
 * @param items in order; never empty
 */
public record ItemList(Marker marker, List<Item> items) implements Block {
    /** What stands before each item. */
    public enum Marker {
        BULLET,
        NUMBER
    }

    /**
     * One item.
     *
     * @param depth 0 for an item of the list itself, 1 for one of a list inside, and so on
     */
    public record Item(int depth, Prose prose) {}

    public ItemList {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a list without items");
        }
    }

    @Override
    public String text() {
        return items.stream().map(item -> item.prose().text()).collect(Collectors.joining(" "));
    }
}
