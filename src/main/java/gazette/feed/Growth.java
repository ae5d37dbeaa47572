package gazette.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree while it grows, within limits that no honest feed meets: what goes beyond them is left out, and the rest read.
 * Elements deeper than {@value #DEPTH} are no elements, but their text is kept.
 */
final class Growth {
    static final int DEPTH = 256;
    /** A feed of 10 MB has about 100,000; one takes 150 octets of memory. */
    static final int ELEMENTS = 200_000;
    /** Characters of one text, a whole book. */
    static final int TEXT = 2_000_000;

    /** Attributes of one element, and prefixes in force. */
    static final int ATTRIBUTES = 200;

    /** Characters of one attribute's value: a small picture in a data URL. */
    static final int VALUE = 200_000;

    /**
     * An element that is not closed yet.
     *
     * @param written its name with its prefix
     */
    record Open(
            String written,
            String namespace,
            String name,
            Map<String, String> attributes,
            Map<String, String> prefixes,
            List<Object> content) {}

    private final List<Open> open = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private Optional<Element> root = Optional.empty();
    private StringBuilder text = new StringBuilder();
    private int elements;
    private int tooDeep;

    /** Whether nothing more can be added: the root is closed, or there are too many elements. */
    boolean isDone() {
        return root.isPresent() || elements >= ELEMENTS;
    }

    List<Open> open() {
        return open;
    }

    boolean isTooDeep() {
        return tooDeep > 0;
    }

    /** An element begins. */
    void open(Names names) {
        if (open.size() >= DEPTH) {
            tooDeep++;
            return;
        }
        flush();
        elements++;
        open.add(new Open(
                once(names.written()),
                once(names.namespace()),
                once(names.name()),
                names.attributes(),
                names.prefixes(),
                new ArrayList<>(2)));
    }

    /** An element begins inside of one that is too deep already. */
    void openUnnamed() {
        tooDeep++;
    }

    /** The innermost element ends. */
    void close() {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        flush();
        Open closed = open.remove(open.size() - 1);
        Element element = new Element(closed.namespace, closed.name, closed.attributes, closed.content);
        if (open.isEmpty()) {
            root = Optional.of(element);
        } else {
            open.get(open.size() - 1).content.add(element);
        }
    }

    /** The innermost element ends, and is forgotten. */
    void drop() {
        text.setLength(0);
        open.remove(open.size() - 1);
    }

    void text(char[] from, int start, int length) {
        if (!open.isEmpty()) {
            text.append(from, start, Math.min(length, TEXT - text.length()));
        }
    }

    void text(CharSequence from, int start, int end) {
        if (!open.isEmpty()) {
            text.append(from, start, Math.min(end, start + TEXT - text.length()));
        }
    }

    private void flush() {
        if (text.isEmpty()) {
            return;
        }
        String whole = Characters.legal(text);
        if (!whole.isEmpty()) {
            open.get(open.size() - 1).content.add(whole.length() < 32 && whole.isBlank() ? once(whole) : whole);
        }
        if (text.length() > 100_000) {
            text = new StringBuilder();
        } else {
            text.setLength(0);
        }
    }

    /** Names and line ends come again and again: each is kept once. */
    private String once(String name) {
        if (names.size() > 1000) {
            return names.getOrDefault(name, name);
        }
        return names.computeIfAbsent(name, same -> same);
    }

    /** The tree, all that is open closed; empty when there was no element. */
    Optional<Element> root() {
        tooDeep = 0;
        while (!open.isEmpty()) {
            close();
        }
        return root;
    }
}
