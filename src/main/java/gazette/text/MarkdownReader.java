package gazette.text;

import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.Origin;
import gazette.article.SourceLanguage;
import gazette.markup.Markup;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes a text in CommonMark apart: front matter, date line, source line and byline as {@link TextReader} does; the
 * heading above the text is the headline; the rest goes through {@link Markup}, raw HTML as well.
 */
final class MarkdownReader {
    /** In characters: no article comes near, and whatever they are, they are read within two seconds. */
    private static final int LONGEST = 500_000;

    private final ZoneId zone;
    private final SourceLanguage language;

    /**
     * @param zone where a date without a zone was written
     * @param language how to know the language of a text
     */
    MarkdownReader(ZoneId zone, SourceLanguage language) {
        this.zone = zone;
        this.language = language;
    }

    /** As {@link TextReader#read}. */
    Draft read(String place, Origin origin, String text) {
        if (text.length() > LONGEST) {
            return new Draft(
                    TextReading.refused(
                            place,
                            "a Markdown text has " + LONGEST + " characters at most: split it, or put less into it"),
                    Optional.empty());
        }
        List<String> lines = TextReader.lines(text);
        FrontMatter.Reading front = FrontMatter.read(lines);
        Directions directions = front.frontMatter().directions();
        Set<Integer> leftOut = leftOut(lines, front.lines(), directions);
        List<String> body = blanked(lines, number -> number <= front.lines() || leftOut.contains(number));
        MarkdownText whole = MarkdownText.of(body);
        Furniture furniture = Furniture.in(
                directions.guessed(whole.rows()),
                language.of(front.frontMatter().language(), text));
        Set<Integer> taken = furniture.parts().keySet();
        MarkdownText rest = taken.isEmpty() ? whole : MarkdownText.of(blanked(body, taken::contains));

        List<Seen> seen = rest.seen();
        Optional<String> headline = rest.takeHeadline(front.frontMatter().title(), directions);
        List<Block> blocks = directions.followed(Markup.blocks(rest.html(), Beside.BASE));
        Marked marked = new Marked(front, headline, "", furniture, blocks).settled();
        Account account = new Account(directions);
        marked.headline().ifPresent(words -> account.add(Part.HEADLINE, words));
        marked.blocks().forEach(account::add);
        account.place(seen);
        Map<Integer, Part> known = new HashMap<>(furniture.parts());
        leftOut.forEach(number -> known.put(number, Part.LEFT_OUT));
        return marked.draft(place, origin, lines, account, known, zone, language);
    }

    private static Set<Integer> leftOut(List<String> lines, int skipped, Directions directions) {
        return IntStream.rangeClosed(skipped + 1, lines.size())
                .filter(number -> !Blanks.isBlank(lines.get(number - 1)))
                .filter(number -> directions.isLeftOut(lines.get(number - 1)))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** {@code lines} with nothing on those whose number is {@code gone}. */
    private static List<String> blanked(List<String> lines, IntPredicate gone) {
        return IntStream.rangeClosed(1, lines.size())
                .mapToObj(number -> gone.test(number) ? "" : lines.get(number - 1))
                .toList();
    }
}
