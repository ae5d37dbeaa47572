package gazette.markup;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.ItemList.Item;
import gazette.article.ItemList.Marker;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import gazette.article.Span.Look;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The blocks of a body while they are read. A quotation or list is one block however it is nested inside; a picture in
 * the middle of one cuts it in two.
 */
final class Body {
    /** Of blocks and paragraphs in them; an article of more is no article. */
    static final int MOST = 10_000;

    /** In characters; what is longer is set in an {@code h2} by mistake. */
    private static final int LONGEST_INTERTITLE = 200;

    /** What the outermost element that holds text together is. */
    private enum Frame {
        NONE,
        LIST,
        QUOTATION
    }

    /** A figure that is open: where its blocks begin, and its caption so far. */
    private record OpenFigure(int from, StringBuilder caption) {}

    /** An item that words may still be added to. */
    private record OpenItem(int depth, List<Span> spans) {}

    private final List<Block> blocks = new ArrayList<>();
    private final Lists lists = new Lists();
    private final List<OpenItem> items = new ArrayList<>();
    private final List<Prose> quoted = new ArrayList<>();
    private final Deque<OpenFigure> figures = new ArrayDeque<>();

    /** Which blocks are terms of a list of terms, by their place. */
    private final Set<Integer> terms = new HashSet<>();

    private Frame frame = Frame.NONE;
    private int depth;
    private int said;
    private Marker marker = Marker.BULLET;

    /** The blocks, once everything was read. */
    List<Block> blocks() {
        close();
        return Intertitles.found(blocks, terms);
    }

    boolean isFull() {
        return said >= MOST;
    }

    /** A paragraph, or what one is inside a list or a quotation. */
    void paragraph(Prose prose) {
        said++;
        switch (frame) {
            case NONE -> blocks.add(new Paragraph(marked(lists.takeMark(), prose)));
            case QUOTATION -> quoted.add(marked(lists.takeMark(), prose));
            case LIST -> item(prose);
        }
    }

    private void item(Prose prose) {
        boolean isNew = lists.takeStart() || items.isEmpty();
        if (isNew) {
            items.add(new OpenItem(lists.depth() - 1, new ArrayList<>()));
        }
        List<Span> spans = items.get(items.size() - 1).spans;
        if (!spans.isEmpty()) {
            spans.add(Span.plain(" "));
        }
        spans.addAll(marked(lists.takeMark(), prose).spans());
    }

    private static Prose marked(String mark, Prose prose) {
        return mark.isEmpty()
                ? prose
                : new Prose(Stream.concat(Stream.of(Span.plain(mark)), prose.spans().stream())
                        .toList());
    }

    void heading(Prose prose) {
        String text = prose.text();
        said++;
        if (frame == Frame.NONE && text.length() <= LONGEST_INTERTITLE) {
            blocks.add(new Intertitle(lists.takeMark() + text));
        } else {
            paragraph(strong(prose));
        }
    }

    void term(Prose prose) {
        if (frame == Frame.NONE) {
            terms.add(blocks.size());
        }
        paragraph(strong(prose));
    }

    private static Prose strong(Prose prose) {
        return new Prose(prose.spans().stream()
                .map(span -> span.look() == Look.PLAIN ? new Span(span.words(), Look.STRONG, span.link()) : span)
                .toList());
    }

    void preformatted(String text) {
        said++;
        close();
        blocks.add(new Preformatted(text));
    }

    void picture(Picture picture) {
        said++;
        close();
        blocks.add(new Figure(picture, ""));
    }

    void openFigure() {
        figures.push(new OpenFigure(blocks.size(), new StringBuilder()));
    }

    void caption(Prose prose) {
        if (figures.isEmpty()) {
            paragraph(prose);
        } else {
            StringBuilder caption = figures.getFirst().caption;
            caption.append(caption.isEmpty() ? "" : " ").append(prose.text());
        }
    }

    /** Gives the caption to the last picture of the figure; to its quotation, as who said it; or else it stands alone. */
    void closeFigure() {
        OpenFigure figure = figures.pop();
        if (figure.caption.isEmpty()) {
            return;
        }
        String caption = figure.caption.toString();
        for (int i = blocks.size() - 1; i >= figure.from; i--) {
            if (blocks.get(i) instanceof Figure shown && shown.caption().isEmpty()) {
                blocks.set(i, new Figure(shown.picture(), caption));
                return;
            }
        }
        int last = blocks.size() - 1;
        if (last >= figure.from && blocks.get(last) instanceof Quotation quotation) {
            blocks.set(
                    last,
                    new Quotation(Stream.concat(quotation.paragraphs().stream(), Stream.of(Prose.of(caption)))
                            .toList()));
        } else {
            paragraph(Prose.of(caption));
        }
    }

    void openQuotation() {
        open(Frame.QUOTATION);
    }

    void closeQuotation() {
        leave(Frame.QUOTATION);
    }

    void openBullets() {
        open(Frame.LIST, Marker.BULLET);
        lists.open(Marker.BULLET, 1, frame != Frame.LIST, false);
    }

    /** An {@code ol}. Its numbers become words where an {@link ItemList} cannot say them. */
    void openNumbers(Element list) {
        boolean written = frame == Frame.NONE && (lists.isWritten() || Tags.writesNumbers(list));
        if (!written) {
            open(Frame.LIST, Marker.NUMBER);
        }
        lists.open(Marker.NUMBER, Tags.first(list), frame != Frame.LIST || marker == Marker.BULLET, written);
    }

    void openItem() {
        lists.next();
    }

    void closeList() {
        boolean written = lists.isWritten();
        lists.close();
        if (!written) {
            leave(Frame.LIST);
        }
    }

    private void open(Frame opened, Marker itsMarker) {
        marker = frame == Frame.NONE ? itsMarker : marker;
        open(opened);
    }

    private void open(Frame opened) {
        if (frame == Frame.NONE) {
            frame = opened;
            depth = 0;
        }
        if (frame == opened) {
            depth++;
        }
    }

    private void leave(Frame left) {
        if (frame == left && --depth == 0) {
            close();
            frame = Frame.NONE;
        }
    }

    /** Makes a block of what is in the open list or quotation. */
    private void close() {
        if (!items.isEmpty()) {
            blocks.add(new ItemList(
                    marker,
                    items.stream()
                            .map(item -> new Item(item.depth, new Prose(item.spans)))
                            .toList()));
            items.clear();
        }
        if (!quoted.isEmpty()) {
            blocks.add(new Quotation(quoted));
            quoted.clear();
        }
    }
}
