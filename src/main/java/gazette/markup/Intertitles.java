package gazette.markup;

import gazette.article.Block;
import gazette.article.Intertitle;
import gazette.article.Paragraph;
import gazette.article.Punctuation;
import gazette.article.Span.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Paragraphs in bold that are meant as titles of what follows. */
final class Intertitles {
    /** In characters. */
    private static final int LONGEST = 80;

    private Intertitles() {}

    /**
     * {@code blocks} with an {@link Intertitle} for each short paragraph all in bold that looks like one and stands before
     * a longer one that is not in bold. Never for the first block, which may be a lead, nor for two in a row, which may be
     * an address.
     *
     * @param terms which blocks are none for sure, by their place
     */
    static List<Block> found(List<Block> blocks, Set<Integer> terms) {
        List<Block> found = new ArrayList<>(blocks);
        for (int i = 1; i < blocks.size() - 1; i++) {
            if (!terms.contains(i)
                    && isBold(blocks.get(i))
                    && looksLikeOne(blocks.get(i), blocks.get(i + 1))
                    && !isBold(blocks.get(i - 1))) {
                found.set(i, new Intertitle(blocks.get(i).text()));
            }
        }
        return List.copyOf(found);
    }

    private static boolean looksLikeOne(Block block, Block next) {
        String text = block.text();
        return Punctuation.isTitleLike(text, LONGEST)
                && (!Punctuation.endsSentence(text) || Punctuation.endsQuestion(text))
                && next instanceof Paragraph
                && !isBold(next)
                && next.text().length() > text.length();
    }

    private static boolean isBold(Block block) {
        return block instanceof Paragraph paragraph
                && paragraph.prose().spans().stream()
                        .allMatch(span -> span.link().isEmpty()
                                && (span.look() == Look.STRONG || span.words().isBlank()));
    }
}
