package gazette.text;

import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.Intertitle;
import gazette.article.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a front matter says of single lines of the text, for a reader that took them for something else. Each is quoted:
 * its words, or their beginning and an ellipsis. Typography and markup need not be the same.
 *
 * @param lead the paragraph that is printed first
 * @param intertitles lines that are such
 * @param paragraphs lines that are nothing else
 * @param leftOut lines that nobody is to read
 */
record Directions(Optional<String> lead, List<String> intertitles, List<String> paragraphs, List<String> leftOut) {
    static final Directions NONE = new Directions(Optional.empty(), List.of(), List.of(), List.of());

    private static final String ELLIPSIS = "…";

    Directions {
        intertitles = List.copyOf(intertitles);
        paragraphs = List.copyOf(paragraphs);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether {@code quotation} is of a line with these words. */
    static boolean isOf(String quotation, String words) {
        String quoted = compared(quotation);
        return quotation.endsWith(ELLIPSIS)
                ? compared(words).startsWith(quoted)
                : compared(words).equals(quoted);
    }

    /** A line of signs alone, such as {@code * * *}, is compared as it is. */
    private static String compared(String words) {
        String letters = Letters.of(words);
        return letters.isEmpty() ? Blanks.fold(words) : letters;
    }

    boolean isIntertitle(String words) {
        return isIn(intertitles, words);
    }

    boolean isParagraph(String words) {
        return isIn(paragraphs, words);
    }

    boolean isLeftOut(String words) {
        return isIn(leftOut, words);
    }

    /** Whether a block with these words is the lead; the quotation may be of its first line alone. */
    boolean isLead(String words) {
        return lead.map(quotation -> compared(words).startsWith(compared(quotation)))
                .orElse(false);
    }

    /** Whether it is said what these words are, so that nobody has to guess. */
    boolean isSaid(String words) {
        return isIntertitle(words) || isParagraph(words) || isLead(words);
    }

    /** The rows that are printed or say something; of those of which it is said what they are, it need not be guessed. */
    List<Row> guessed(List<Row> rows) {
        return rows.stream()
                .map(row -> isSaid(row.text()) ? new Row(row.number(), MarkdownText.ELSE) : row)
                .toList();
    }

    /** {@code blocks} as they are said to be, in the same order. */
    List<Block> followed(List<Block> blocks) {
        return blocks.stream().map(this::followed).toList();
    }

    private Block followed(Block block) {
        if (block instanceof Intertitle && (isParagraph(block.text()) || isLead(block.text()))) {
            return new Paragraph(block.text());
        }
        return block instanceof Paragraph && isIntertitle(block.text()) ? new Intertitle(block.text()) : block;
    }

    /** {@code blocks} with the lead before all others, if it is said which that is. */
    List<Block> leadFirst(List<Block> blocks) {
        Optional<Block> first = blocks.stream()
                .filter(block -> block instanceof Paragraph && isLead(block.text()))
                .findFirst();
        List<Block> ordered = new ArrayList<>(blocks);
        first.ifPresent(block -> {
            ordered.remove(indexOf(block, ordered));
            ordered.add(0, block);
        });
        return ordered;
    }

    private static int indexOf(Block block, List<Block> blocks) {
        int index = 0;
        while (blocks.get(index) != block) { // another one may say the same
            index++;
        }
        return index;
    }

    private static boolean isIn(List<String> quotations, String words) {
        return quotations.stream().anyMatch(quotation -> isOf(quotation, words));
    }
}
