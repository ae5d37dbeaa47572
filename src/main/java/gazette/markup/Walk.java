package gazette.markup;

import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.LinkedPicture;
import gazette.article.Prose;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** One way through a tree of HTML, from its first node to its last: what each becomes. Never recurses. */
final class Walk implements NodeFilter {
    private final URI base;
    private final Predicate<Element> left;
    private final Body body = new Body();
    private final RunningText text = new RunningText();
    private final Manner manner;
    private final StringBuilder lines = new StringBuilder();
    private int headings;
    private int terms;
    private int captions;
    private int rows;
    private int pres;
    private int breaks;

    /** Whether the last picture could not be shown for want of an address, so that what is in {@code noscript} counts. */
    private boolean isPictureMissing;

    /**
     * @param base what links and pictures are relative to
     * @param left elements that nothing is read of, besides those that never are
     */
    Walk(URI base, Predicate<Element> left) {
        this.base = base;
        this.left = left;
        this.manner = new Manner(new Links(base));
    }

    List<Block> read(Element root) {
        traverse(root);
        flush();
        return body.blocks();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            say(words.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (body.isFull()) {
            return FilterResult.STOP;
        }
        return depth == 0 ? FilterResult.CONTINUE : enter(element);
    }

    private FilterResult enter(Element element) {
        if (left.test(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (Players.isOne(element)) {
            Players.link(element, base).ifPresent(this::player);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.normalName().equals("noscript")) {
            if (isPictureMissing) {
                Optional.ofNullable(element.selectFirst("img")).ifPresent(this::picture);
            }
            return FilterResult.SKIP_ENTIRELY;
        }
        if (Tags.isDropped(element) || Styles.hides(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (Tags.isBlock(element)) {
            edge();
        }
        manner.enter(element);
        open(element);
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        switch (Tags.role(element)) {
            case BREAK -> lineBreak();
            case PICTURE -> picture(element);
            case HEADING -> headings++;
            case TERM -> terms++;
            case CAPTION -> captions++;
            case FIGURE -> body.openFigure();
            case ROW -> rows += rows > 0 || Tables.isData(element) ? 1 : 0;
            case CELL -> text.separate(rows > 0 ? " · " : "");
            case PREFORMATTED -> pres++;
            case QUOTATION -> body.openQuotation();
            case BULLETS -> body.openBullets();
            case NUMBERS -> body.openNumbers(element);
            case ITEM -> body.openItem();
            case QUOTE -> say("\"");
            case NONE -> {}
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element) || depth == 0) {
            return FilterResult.CONTINUE;
        }
        if (Tags.isBlock(element)) {
            edge();
        }
        switch (Tags.role(element)) {
            case HEADING -> headings--;
            case TERM -> terms--;
            case CAPTION -> captions--;
            case FIGURE -> body.closeFigure();
            case ROW -> endRow();
            case PREFORMATTED -> endPreformatted();
            case QUOTATION -> body.closeQuotation();
            case BULLETS, NUMBERS -> body.closeList();
            case QUOTE -> say("\"");
            case BREAK, PICTURE, CELL, ITEM, NONE -> {}
        }
        manner.leave(element);
        return FilterResult.CONTINUE;
    }

    private void say(String words) {
        if (pres > 0) {
            lines.append(words);
            return;
        }
        if (breaks > 0 && !Blanks.isBlank(words)) {
            if (breaks > 1 && headings == 0) {
                edge();
            }
            breaks = 0;
        }
        text.add(manner.spelled(Characters.clean(words)), manner.look(), manner.link());
    }

    private void lineBreak() {
        if (pres > 0) {
            lines.append('\n');
        } else {
            breaks++;
            text.space();
        }
    }

    /** Where words on both sides stand apart. */
    private void edge() {
        if (pres > 0) {
            if (!lines.isEmpty() && lines.charAt(lines.length() - 1) != '\n') {
                lines.append('\n');
            }
        } else if (rows > 0) {
            text.space();
        } else {
            flush();
        }
    }

    private void flush() {
        breaks = 0;
        Optional<Prose> prose = text.take();
        if (prose.isEmpty()) {
            return;
        }
        isPictureMissing = false;
        if (captions > 0) {
            body.caption(prose.get());
        } else if (headings > 0) {
            body.heading(prose.get());
        } else if (terms > 0) {
            body.term(prose.get());
        } else {
            body.paragraph(prose.get());
        }
    }

    private void endRow() {
        if (rows > 0 && --rows == 0) {
            flush();
        }
    }

    private void endPreformatted() {
        if (--pres == 0) {
            Lines.tidied(lines.toString()).ifPresent(body::preformatted);
            lines.setLength(0);
        }
    }

    private void picture(Element img) {
        if (Tags.isEmoji(img)) {
            say(img.attr("alt"));
            return;
        }
        Optional<LinkedPicture> picture = Pictures.read(img, base);
        isPictureMissing = picture.isEmpty() && !Pictures.isUnseen(img);
        picture.ifPresent(shown -> {
            flushAroundPicture();
            body.picture(shown);
        });
    }

    private void flushAroundPicture() {
        if (pres == 0) {
            flush();
        }
    }

    private void player(Prose link) {
        flushAroundPicture();
        body.paragraph(link);
    }
}
