package gazette.text;

import gazette.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects the words of a Markdown text, each with its line; a link that goes over a line end makes it the one before. */
final class MarkdownWords extends AbstractVisitor {
    private final List<Seen> seen = new ArrayList<>();
    private int line = 1;

    List<Seen> seen() {
        return seen;
    }

    @Override
    public void visit(Paragraph paragraph) {
        line = MarkdownText.line(paragraph);
        visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        line = MarkdownText.line(heading);
        visitChildren(heading);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        line++;
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        line++;
    }

    @Override
    public void visit(Text text) {
        add(line, text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        add(line, code.getLiteral());
    }

    @Override
    public void visit(Image image) {
        seen.add(new Seen(line, ""));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        addLines(MarkdownText.line(code) + 1, code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        addLines(MarkdownText.line(code), code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        int number = MarkdownText.line(html);
        for (String each : html.getLiteral().split("\n", -1)) {
            if (each.contains("<img")) {
                seen.add(new Seen(number, ""));
            }
            add(number, Markup.words(each));
            number++;
        }
    }

    private void addLines(int first, String text) {
        int number = first;
        for (String each : text.split("\n", -1)) {
            add(number, each);
            number++;
        }
    }

    private void add(int number, String words) {
        if (!words.isBlank()) {
            seen.add(new Seen(number, words));
        }
    }
}
