package gazette.text;

import gazette.article.Blanks;
import gazette.markup.Markup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A text in CommonMark, read. Safe for one thread: taking its headline changes it. */
final class MarkdownText {
    /** Of lists and quotations one inside the other; without a limit, a line of {@code >} takes all the memory. */
    private static final int DEEPEST = 50;

    /** In characters: above it, {@link Markup} makes paragraphs of headings. */
    private static final int LONGEST_HEADLINE = 200;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().build();

    /** A line all in emphasis, or one that ends in a hard break. */
    private static final Pattern EMPHASISED = Pattern.compile("([*_]{1,3})([^*_].*)\\1\\\\?");
    /** What is more than words: links, code, tags. */
    private static final Pattern MARKED = Pattern.compile("[*_`<>\\[\\]\\\\]");
    /** Stands for a line that says nothing about the text, whatever its words are. */
    static final String ELSE = "#";

    private final List<String> lines;
    private final Node document;

    private MarkdownText(List<String> lines, Node document) {
        this.lines = lines;
        this.document = document;
    }

    /** Reads {@code lines}, whatever they hold; takes time in proportion to their length. */
    static MarkdownText of(List<String> lines) {
        return new MarkdownText(lines, PARSER.parse(String.join("\n", lines)));
    }

    /** The lines that hold something; those that are no plain words of a paragraph are all the same. */
    List<Row> rows() {
        Set<Integer> plain = new HashSet<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                node.getSourceSpans().forEach(span -> plain.add(span.getLineIndex()));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!Blanks.isBlank(lines.get(i))) {
                rows.add(new Row(i + 1, plain.contains(i) ? words(lines.get(i)) : ELSE));
            }
        }
        return rows;
    }

    private static String words(String line) {
        String tidy = Blanks.tidy(line);
        Matcher emphasised = EMPHASISED.matcher(tidy);
        String words = emphasised.matches() ? emphasised.group(2) : tidy;
        return MARKED.matcher(words).find() ? ELSE : words;
    }

    /**
     * Takes the heading that stands above everything but pictures out of the text; empty when there is none.
     *
     * @param title what the front matter calls the article; a heading that says something else stays
     * @param directions a heading that they name stays as well
     */
    Optional<String> takeHeadline(Optional<String> title, Directions directions) {
        Node node = document.getFirstChild();
        while (node != null && mayStandAbove(node)) {
            node = node.getNext();
        }
        if (!(node instanceof Heading heading)) {
            return Optional.empty();
        }
        String words = Markup.words(HTML.render(heading));
        if (words.isEmpty()
                || words.length() > LONGEST_HEADLINE
                || directions.isSaid(words)
                || !title.map(same -> Body.saysTheSame(words, same)).orElse(true)) {
            return Optional.empty();
        }
        heading.unlink();
        return Optional.of(words);
    }

    private static boolean mayStandAbove(Node node) {
        return node instanceof ThematicBreak
                || node instanceof LinkReferenceDefinition
                || (node instanceof HtmlBlock html
                        && Markup.words(html.getLiteral()).isEmpty())
                || (node instanceof Paragraph && isOfPictures(node));
    }

    private static boolean isOfPictures(Node paragraph) {
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Image) && !(node instanceof SoftLineBreak)) {
                return false;
            }
        }
        return true;
    }

    /** As HTML, raw HTML as it was. */
    String html() {
        return HTML.render(document);
    }

    /** What readers see of it, in its order. */
    List<Seen> seen() {
        MarkdownWords words = new MarkdownWords();
        ((Document) document).accept(words);
        return words.seen();
    }

    /** The line that {@code block} begins on, counted from 1. */
    static int line(Node block) {
        List<SourceSpan> spans = block.getSourceSpans();
        return spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
    }
}
