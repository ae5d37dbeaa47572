package gazette.text;

import gazette.article.Article;
import gazette.article.Blanks;
import gazette.markup.Markup;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a text, as its front matter speaks of it.
 *
 * @param written as it stands in the file, without blanks at its ends
 * @param words what readers see of it
 * @param leftOut what {@code leave-out} knows it by: in Markdown it is compared as it is written
 */
record Quoted(String written, String words, String leftOut, Locale language) {
    /** In characters: enough to tell a line from any other. */
    private static final int LONGEST = 80;

    private static final String LEAVE_OUT = "leave-out";
    private static final Set<Part> AROUND = EnumSet.of(Part.DATE_LINE, Part.BYLINE, Part.SOURCE_LINE, Part.LEFT_OUT);

    static Quoted of(String line, Format format, Locale language) {
        String written = Blanks.tidy(line);
        return switch (format) {
            case TEXT -> new Quoted(written, written, written, language);
            case MARKDOWN ->
                new Quoted(written, Markup.words(MarkdownText.of(List.of(line)).html()), written, language);
            case PAGE -> new Quoted(written, Markup.words(line), Markup.words(line), language);
        };
    }

    /** Whether there is nothing to know it by. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /** How it can be said that this line is such, the shortest way first; empty when a date is wanted and none is there. */
    List<List<Saying>> ways(Meaning meaning, String value) {
        return switch (meaning) {
            case TITLE -> aside(Saying.only("title", words));
            case DATE ->
                date(value).map(date -> aside(Saying.only("date", date))).orElse(List.of());
            case BYLINE ->
                aside(Saying.only("author", Byline.read(words).map(Byline::who).orElse(words)));
            case SOURCE -> aside(Saying.only("source", String.join(", ", sources())));
            case INTERTITLE -> quoted("intertitles");
            case PARAGRAPH -> quoted("paragraphs");
            case LEAD -> List.of(List.of(Saying.only("lead", shortened(words))));
            case LEFT_OUT -> List.of(List.of(Saying.also(LEAVE_OUT, shortened(leftOut))));
        };
    }

    private List<List<Saying>> aside(Saying saying) {
        return List.of(List.of(saying), List.of(saying, Saying.also(LEAVE_OUT, shortened(leftOut))));
    }

    /** Where a paragraph goes on below the line, its beginning is quoted. */
    private List<List<Saying>> quoted(String key) {
        String quotation = shortened(words);
        return List.of(List.of(Saying.also(key, quotation)), List.of(Saying.also(key, quotation + "…")));
    }

    private List<String> sources() {
        return SourceLine.read(words).map(SourceLine::names).orElseGet(() -> SourceLine.names(words));
    }

    private Optional<String> date(String value) {
        return value.isBlank()
                ? DateWithin.find(words, language).map(Quoted::written)
                : DateLine.read(Blanks.fold(value)).map(read -> Blanks.fold(value));
    }

    private static String written(DateLine date) {
        return date.date()
                + date.time().map(time -> " " + time).orElse("")
                + date.zone()
                        .map(zone -> date.time().isEmpty() ? "" : zoned(date, zone))
                        .orElse("");
    }

    private static String zoned(DateLine date, ZoneId zone) {
        return date.date()
                .atTime(date.time().orElseThrow())
                .atZone(zone)
                .getOffset()
                .getId();
    }

    /** Takes back all that is said of it; false when nothing is. */
    boolean takeBack(FrontMatterDraft draft) {
        boolean title = draft.takeBack("title", value -> Directions.isOf(value, words));
        boolean date = draft.takeBack("date", this::isDate);
        boolean author = draft.takeBack("author", value -> Letters.of(words).endsWith(Letters.of(value)));
        boolean source =
                draft.takeBack("source", value -> SourceLine.names(value).equals(sources()));
        boolean intertitle = draft.takeBack("intertitles", value -> Directions.isOf(value, words));
        boolean paragraph = draft.takeBack("paragraphs", value -> Directions.isOf(value, words));
        boolean lead = draft.takeBack("lead", value -> Directions.isOf(value, words));
        boolean leftOutBefore = draft.takeBack(LEAVE_OUT, value -> Directions.isOf(value, leftOut));
        return title || date || author || source || intertitle || paragraph || lead || leftOutBefore;
    }

    private boolean isDate(String value) {
        return DateLine.read(value)
                .map(said ->
                        DateWithin.find(words, language).map(DateLine::date).equals(Optional.of(said.date())))
                .orElse(false);
    }

    /** Whether a reading has it as it was meant. */
    boolean isAs(Meaning meaning, Part part, Article article) {
        return switch (meaning) {
            case TITLE ->
                (part == Part.HEADLINE || part == Part.LEFT_OUT)
                        && article.headline().equals(Optional.of(words));
            case DATE -> AROUND.contains(part) && article.published().isPresent();
            case BYLINE -> AROUND.contains(part) && !article.byline().isEmpty();
            case SOURCE -> AROUND.contains(part) && article.credits().equals(sources());
            case INTERTITLE -> part == Part.INTERTITLE;
            case LEAD -> part == Part.LEAD;
            case PARAGRAPH -> part == Part.PARAGRAPH || part == Part.LEAD;
            case LEFT_OUT -> part == Part.LEFT_OUT;
        };
    }

    /** A long line by its beginning, cut at a word. */
    private static String shortened(String words) {
        if (words.codePointCount(0, words.length()) <= LONGEST) {
            return words;
        }
        int longest = words.offsetByCodePoints(0, LONGEST);
        int cut = words.lastIndexOf(' ', longest);
        return words.substring(0, cut > 0 ? cut : longest) + "…";
    }
}
