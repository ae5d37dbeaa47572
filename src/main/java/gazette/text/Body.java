package gazette.text;

import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.FirstSentence;
import gazette.article.Intertitle;
import gazette.article.Paragraph;
import gazette.article.Punctuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The passages of a text, each taken for something.
 *
 * @param parts as many as there are passages: {@code HEADLINE}, {@code LEAD}, {@code PARAGRAPH}, {@code INTERTITLE}
 */
record Body(List<Passage> passages, List<Part> parts) {
    /** In characters: a longer first line is a paragraph. */
    private static final int LONGEST_HEADLINE = 120;
    /** In characters: two lines of a phone. */
    private static final int LONGEST_INTERTITLE = 100;

    Body {
        passages = List.copyOf(passages);
        parts = List.copyOf(parts);
    }

    /**
     * Tells headline, lead, paragraphs and intertitles apart.
     *
     * @param title what the front matter calls the article; a first line that says the same is the headline, and another
     *     one that could be stays in the text as an intertitle
     * @param directions what the front matter says of single passages
     */
    static Body of(List<Passage> passages, Optional<String> title, Directions directions) {
        List<Part> parts = new ArrayList<>();
        if (hasHeadline(passages, title) && !directions.isSaid(passages.get(0).text())) {
            boolean same = title.isEmpty() || saysTheSame(passages.get(0).text(), title.get());
            parts.add(same ? Part.HEADLINE : Part.INTERTITLE);
        }
        int lead = parts.size();
        while (lead < passages.size() - 1
                && !Punctuation.saysSomething(passages.get(lead).text())) {
            lead++;
        }
        for (int i = parts.size(); i < passages.size(); i++) {
            parts.add(i == lead ? Part.LEAD : isIntertitle(passages, lead, i) ? Part.INTERTITLE : Part.PARAGRAPH);
        }
        return new Body(passages, followed(passages, parts, directions));
    }

    private static List<Part> followed(List<Passage> passages, List<Part> guessed, Directions directions) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            parts.add(followed(passages.get(i).text(), guessed.get(i), directions));
        }
        return parts;
    }

    private static Part followed(String text, Part guessed, Directions directions) {
        if (directions.isLead(text)) {
            return Part.LEAD;
        }
        if (directions.isIntertitle(text)) {
            return Part.INTERTITLE;
        }
        boolean isOusted = guessed == Part.LEAD && directions.lead().isPresent();
        boolean isNoLead = guessed != Part.LEAD && directions.isParagraph(text);
        return isOusted || isNoLead ? Part.PARAGRAPH : guessed;
    }

    Optional<String> headline() {
        return !parts.isEmpty() && parts.get(0) == Part.HEADLINE
                ? Optional.of(passages.get(0).text())
                : Optional.empty();
    }

    /** The words of all but the headline. */
    String text() {
        return blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    /** All but the headline. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            String text = passages.get(i).text();
            switch (parts.get(i)) {
                case LEAD, PARAGRAPH -> blocks.add(new Paragraph(text));
                case INTERTITLE -> blocks.add(new Intertitle(text));
                default -> {}
            }
        }
        return blocks;
    }

    /** A headline stands above something: a line alone is a lead. */
    private static boolean hasHeadline(List<Passage> passages, Optional<String> title) {
        if (passages.size() < 2) {
            return false;
        }
        String first = passages.get(0).text();
        boolean named = title.isPresent() && saysTheSame(first, title.get());
        boolean wellFormed = Punctuation.isTitleLike(first, LONGEST_HEADLINE) && !isSentence(first);
        return named || (wellFormed && !Punctuation.goesOn(passages.get(1).text()));
    }

    /** A lone question is as good a headline as any; with another sentence before it, it is a paragraph. */
    private static boolean isSentence(String text) {
        boolean loneQuestion =
                Punctuation.endsQuestion(text) && FirstSentence.of(text).equals(text);
        return Punctuation.endsSentence(text) && !loneQuestion;
    }

    /** Whether two lines differ in blanks and capitals alone. */
    static boolean saysTheSame(String line, String title) {
        return Blanks.fold(line)
                .toLowerCase(Locale.ROOT)
                .equals(Blanks.fold(title).toLowerCase(Locale.ROOT));
    }

    /** A short line without end punctuation between two paragraphs; several in a row are verses or a list. */
    private static boolean isIntertitle(List<Passage> passages, int lead, int i) {
        if (i < lead || i == passages.size() - 1 || !isShort(passages, i) || isShort(passages, i + 1)) {
            return false;
        }
        boolean alone = !isShort(passages, i - 1) || i - 1 == lead;
        return alone
                && !Punctuation.staysOpen(passages.get(i - 1).text())
                && !Punctuation.goesOn(passages.get(i + 1).text());
    }

    private static boolean isShort(List<Passage> passages, int i) {
        String text = passages.get(i).text();
        return Punctuation.isTitleLike(text, LONGEST_INTERTITLE)
                && !Punctuation.endsSentence(text)
                && SourceLine.read(text).isEmpty();
    }
}
