package gazette.text;

import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.Preformatted;
import gazette.article.Punctuation;
import gazette.article.Quotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each line of a marked-up file was taken for: its words are looked for in the blocks, which have them in the same
 * order. For one file.
 */
final class Account {
    /** How far ahead words are looked for: a figure's caption, or a line of which nothing was kept. */
    private static final int BLOCKS_AHEAD = 20;
    /** In letters. */
    private static final int LETTERS_AHEAD = 400;

    private final Directions directions;
    private final List<String> letters = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, Part> found = new HashMap<>();
    private boolean led;
    private int block;
    private int letter;

    Account(Directions directions) {
        this.directions = directions;
        this.led = directions.lead().isPresent();
    }

    /** Adds what comes next in the file and is no block: a headline, a date line. */
    void add(Part part, String words) {
        parts.add(part);
        letters.add(Letters.of(words));
    }

    /** Adds the next block of the article. */
    void add(Block next) {
        add(part(next), next.text());
    }

    private Part part(Block next) {
        if (next instanceof Intertitle) {
            return Part.INTERTITLE;
        }
        if (next instanceof ItemList) {
            return Part.LIST;
        }
        if (next instanceof Quotation) {
            return Part.QUOTATION;
        }
        if (next instanceof Figure) {
            return Part.FIGURE;
        }
        if (next instanceof Preformatted) {
            return Part.PREFORMATTED;
        }
        boolean lead = directions.isLead(next.text()) || (!led && Punctuation.saysSomething(next.text()));
        led |= lead;
        return lead ? Part.LEAD : Part.PARAGRAPH;
    }

    /** Looks for what readers see, in the order of the file. */
    void place(List<Seen> seen) {
        for (Seen each : seen) {
            if (each.isPicture()) {
                placePicture(each.line());
            } else {
                placeWords(each.line(), Letters.of(each.words()));
            }
        }
    }

    private void placePicture(int line) {
        int last = Math.min(parts.size(), block + BLOCKS_AHEAD);
        for (int i = block; i < last; i++) {
            if (parts.get(i) == Part.FIGURE) {
                found.putIfAbsent(line, Part.FIGURE);
                return;
            }
        }
    }

    private void placeWords(int line, String words) {
        int last = Math.min(parts.size(), block + BLOCKS_AHEAD);
        for (int i = block; i < last && !words.isEmpty(); i++) {
            int from = i == block ? letter : 0;
            String near = letters.get(i)
                    .substring(from, Math.min(letters.get(i).length(), from + words.length() + LETTERS_AHEAD));
            int at = near.indexOf(words);
            if (at >= 0) {
                block = i;
                letter = from + at + words.length();
                found.putIfAbsent(line, parts.get(i));
                return;
            }
        }
    }

    /**
     * The lines of the file.
     *
     * @param known what is known of a line otherwise, by its number
     */
    List<Line> of(List<String> lines, Map<Integer, Part> known) {
        List<Line> account = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String text = lines.get(number - 1);
            Part other = Blanks.isBlank(text) ? Part.BLANK : found.getOrDefault(number, Part.MARKUP);
            account.add(new Line(number, known.getOrDefault(number, other), text));
        }
        return account;
    }
}
