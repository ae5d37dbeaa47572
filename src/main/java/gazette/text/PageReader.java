package gazette.text;

import gazette.article.Blanks;
import gazette.article.Block;
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

/**
 * Takes a page in HTML apart: what its head says of it, its headline, date line, source line and byline as
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
        Page page = Page.of(String.join("\n", lines));
        FrontMatter head = head(page);
        List<Block> all = Markup.blocks(page.body(), page.base().orElse(Beside.BASE));
        Furniture furniture = Furniture.in(rows(all), language.of(head.language(), page.body()));

        FrontMatter.Reading front = new FrontMatter.Reading(head, 0, List.of());
        Marked marked = new Marked(front, filled(page.headline()), page.description(), furniture, rest(all, furniture))
                .settled();
        return marked.orElse(filled(page.title()))
                .draft(place, origin, lines, account(marked, all, page), Map.of(), zone, language);
    }

    private static List<Block> rest(List<Block> all, Furniture furniture) {
        return IntStream.range(0, all.size())
                .filter(i -> !furniture.parts().containsKey(i + 1))
                .mapToObj(all::get)
                .toList();
    }

    private static Account account(Marked marked, List<Block> all, Page page) {
        Account account = new Account();
        marked.headline().ifPresent(words -> account.add(Part.HEADLINE, words));
        if (all.isEmpty()) {
            marked.blocks().forEach(account::add);
        }
        boolean isBlock = marked.headline().isEmpty() || !page.headline().isEmpty();
        for (int i = 0; i < all.size(); i++) {
            Part part = marked.furniture().parts().get(i + 1);
            if (part != null) {
                account.add(part, all.get(i).text());
            } else if (isBlock) {
                account.add(all.get(i));
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
                List.of());
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
