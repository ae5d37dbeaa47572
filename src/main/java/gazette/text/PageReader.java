package gazette.text;

import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.Intertitle;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.SourceLanguage;
import gazette.markup.Markup;
import gazette.markup.Page;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes a page in HTML apart: front matter, what its head says of it, its headline, date line, source line and byline as
 * {@link TextReader} has them; the rest goes through {@link Markup}.
 */
final class PageReader {
    private final ZoneId zone;
    private final SourceLanguage language;

    /**
     * @param zone where a date without a zone was written
     * @param language how to know the language of a text
     */
    PageReader(ZoneId zone, SourceLanguage language) {
        this.zone = zone;
        this.language = language;
    }

    /** As {@link TextReader#read}. */
    Draft read(String place, Origin origin, String text) {
        List<String> lines = TextReader.lines(text);
        FrontMatter.Reading written = FrontMatter.read(lines);
        Page page = Page.of(String.join("\n", blanked(lines, written.lines())));
        FrontMatter front = written.frontMatter().orElse(head(page));
        Directions directions = front.directions();
        Optional<String> headline = headline(page, front);
        List<Block> all = blocks(page, headline, directions);
        List<Block> printed = all.stream()
                .filter(block -> !directions.isLeftOut(block.text()))
                .toList();
        Furniture furniture =
                Furniture.in(directions.guessed(rows(printed)), language.of(front.language(), page.body()));

        FrontMatter.Reading reading = new FrontMatter.Reading(front, written.lines(), written.flaws());
        Marked marked =
                new Marked(reading, headline, page.description(), furniture, rest(printed, furniture)).settled();
        Account account = account(marked, all, !headline.isEmpty(), page);
        return marked.orElse(filled(page.title())).draft(place, origin, lines, account, Map.of(), zone, language);
    }

    /** The page's own, unless the front matter says that the article is called otherwise, or that it is something else. */
    private static Optional<String> headline(Page page, FrontMatter front) {
        return filled(page.headline())
                .filter(words -> front.title()
                        .map(title -> Body.saysTheSame(words, title))
                        .orElse(true))
                .filter(words -> !front.directions().isSaid(words))
                .filter(words -> !front.directions().isLeftOut(words));
    }

    /** All that the page says but its headline; one that is not the article's is an intertitle above the text. */
    private static List<Block> blocks(Page page, Optional<String> headline, Directions directions) {
        List<Block> text = Markup.blocks(page.body(), page.base().orElse(Beside.BASE));
        Stream<Block> above =
                headline.isEmpty() ? filled(page.headline()).stream().map(Intertitle::new) : Stream.empty();
        return directions.followed(Stream.concat(above, text.stream()).toList());
    }

    private static List<String> blanked(List<String> lines, int skipped) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> i < skipped ? "" : lines.get(i))
                .toList();
    }

    private static List<Block> rest(List<Block> all, Furniture furniture) {
        return IntStream.range(0, all.size())
                .filter(i -> !furniture.parts().containsKey(i + 1))
                .mapToObj(all::get)
                .toList();
    }

    /**
     * @param all blocks in the order of the page, those that are left out as well
     * @param isHeaded whether the headline is none of them
     */
    private static Account account(Marked marked, List<Block> all, boolean isHeaded, Page page) {
        Directions directions = marked.front().frontMatter().directions();
        Account account = new Account(directions);
        marked.headline().ifPresent(words -> account.add(Part.HEADLINE, words));
        if (all.isEmpty()) {
            marked.blocks().forEach(account::add);
        }
        boolean isBlock = marked.headline().isEmpty() || isHeaded;
        int printed = 0;
        for (Block block : all) {
            if (directions.isLeftOut(block.text())) {
                account.add(Part.LEFT_OUT, block.text());
                continue;
            }
            printed++;
            Part part = marked.furniture().parts().get(printed);
            if (part != null) {
                account.add(part, block.text());
            } else if (isBlock) {
                account.add(block);
            } else {
                isBlock = true; // this one is the headline
            }
        }
        account.place(page.words().stream()
                .map(word -> new Seen(word.line(), word.text()))
                .toList());
        return account;
    }

    private static FrontMatter head(Page page) {
        return new FrontMatter(
                Optional.empty(),
                filled(page.date()).flatMap(DateLine::read),
                filled(page.author())
                        .map(author -> Byline.read(author).map(Byline::who).orElse(author)),
                List.of(),
                page.address(),
                Optional.empty(),
                filled(page.language())
                        .map(Locale::forLanguageTag)
                        .filter(named -> !named.getLanguage().isEmpty()),
                List.of(),
                Directions.NONE);
    }

    private static List<Row> rows(List<Block> blocks) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            rows.add(new Row(i + 1, words(blocks.get(i))));
        }
        return rows;
    }

    /** What leads elsewhere is more than words. */
    private static String words(Block block) {
        boolean plain = block instanceof Paragraph paragraph
                && paragraph.prose().spans().stream()
                        .allMatch(span -> span.link().isEmpty());
        return plain ? Blanks.tidy(block.text()) : MarkdownText.ELSE;
    }

    private static Optional<String> filled(String words) {
        return Optional.of(words).filter(some -> !some.isEmpty());
    }
}
