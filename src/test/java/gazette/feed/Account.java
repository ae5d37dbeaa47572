package gazette.feed;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A reading as {@code .expected} files have it: a fact a line, nothing for what is not there. The language of an item is
 * told where it is not the feed's, its summary as {@code (its text)} where the text says just the same.
 */
final class Account {
    private final List<String> lines = new ArrayList<>();

    private Account() {}

    static String of(FeedReading reading) {
        Account account = new Account();
        if (!reading.isRead()) {
            account.fact("refused", reading.refusal());
        } else {
            account.feed(reading);
            reading.items().forEach(item -> account.item(item, reading.language()));
        }
        return String.join("\n", account.lines) + "\n";
    }

    private void feed(FeedReading reading) {
        fact("format", reading.format());
        fact("encoding", reading.encoding());
        fact("title", reading.title());
        fact("home", words(reading.home()));
        fact("language", reading.language().map(Locale::toLanguageTag).orElse(""));
    }

    private void item(FeedItem item, Optional<Locale> around) {
        lines.add("");
        lines.add(("item       " + item.id()).strip());
        fact("address", words(item.address()));
        fact("title", item.title());
        String text = item.content().stream().map(Block::text).collect(Collectors.joining(" "));
        fact("summary", !text.isEmpty() && item.summary().equals(text) ? "(its text)" : item.summary());
        fact("published", item.published().map(Account::words).orElse(""));
        fact("updated", item.updated().map(Account::words).orElse(""));
        fact(
                "language",
                item.language().equals(around)
                        ? ""
                        : item.language().map(Locale::toLanguageTag).orElse("(none)"));
        fact("author", item.author());
        fact("credit", item.credit());
        item.categories().forEach(category -> fact("category", category));
        fact("picture", item.picture().map(Account::words).orElse(""));
        item.content().forEach(this::block);
    }

    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-10s %s", name, value));
        }
    }

    private void block(Block block) {
        if (block instanceof Paragraph paragraph) {
            lines.add("¶ " + words(paragraph.prose()));
        } else if (block instanceof Intertitle intertitle) {
            lines.add("# " + intertitle.text());
        } else if (block instanceof ItemList list) {
            list.items().forEach(item -> lines.add("  ".repeat(item.depth()) + "- " + words(item.prose())));
        } else if (block instanceof Quotation quotation) {
            quotation.paragraphs().forEach(paragraph -> lines.add("> " + words(paragraph)));
        } else if (block instanceof Figure figure) {
            lines.add(("! " + words(figure.picture()) + " " + figure.caption()).strip());
        } else if (block instanceof Preformatted preformatted) {
            preformatted.text().lines().forEach(line -> lines.add("| " + line));
        }
    }

    private static String words(FeedItem.Stamp stamp) {
        return stamp.instant() + (stamp.hasZone() ? "" : " no zone") + (stamp.hasTime() ? "" : " no time");
    }

    private static String words(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String words(Picture picture) {
        if (picture instanceof LinkedPicture linked) {
            return linked.address()
                    + (linked.alt().isEmpty() ? "" : " «" + linked.alt() + "»")
                    + linked.size()
                            .map(size -> " " + size.width() + "×" + size.height())
                            .orElse("");
        }
        return picture.toString();
    }

    private static String words(Prose prose) {
        return prose.spans().stream().map(Account::words).collect(Collectors.joining());
    }

    private static String words(Span span) {
        String mark = switch (span.look()) {
            case PLAIN -> "";
            case EMPHASIS -> "*";
            case STRONG -> "**";
            case CODE -> "`";
        };
        String words = mark + span.words() + mark;
        return span.link().map(link -> "[" + words + "](" + link + ")").orElse(words);
    }
}
