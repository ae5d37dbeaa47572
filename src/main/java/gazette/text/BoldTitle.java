package gazette.text;

import gazette.article.Block;
import gazette.article.Paragraph;
import gazette.article.Punctuation;
import gazette.article.Span;
import gazette.article.Span.Look;
import java.util.List;
import java.util.Optional;

/** A title that a word processor made of a paragraph in bold. */
final class BoldTitle {
    /** In characters, as for the first line of a plain text. */
    private static final int LONGEST = 120;

    private BoldTitle() {}

    /** What the first of {@code blocks} says, when it is short, all in bold, and stands above a paragraph that is not. */
    static Optional<String> of(List<Block> blocks) {
        return blocks.size() > 1
                        && isBold(blocks.get(0))
                        && blocks.get(1) instanceof Paragraph
                        && !isBold(blocks.get(1))
                        && Punctuation.isTitleLike(blocks.get(0).text(), LONGEST)
                ? Optional.of(blocks.get(0).text())
                : Optional.empty();
    }

    private static boolean isBold(Block block) {
        return block instanceof Paragraph paragraph
                && paragraph.prose().spans().stream().allMatch(BoldTitle::isBold);
    }

    private static boolean isBold(Span span) {
        return span.link().isEmpty()
                && (span.look() == Look.STRONG || span.words().isBlank());
    }
}
