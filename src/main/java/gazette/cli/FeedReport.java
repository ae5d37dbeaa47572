package gazette.cli;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.ItemList;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.feed.FeedItem;
import gazette.feed.FeedItem.Stamp;
import gazette.feed.FeedReading;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code articles parse} says of a feed. */
final class FeedReport {
    private final Screen screen;

    FeedReport(Screen screen) {
        this.screen = screen;
    }

    ExitCode show(Path file, FeedReading reading) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.toString());
        if (!reading.isRead()) {
            document.put("refusal", reading.refusal());
            screen.answer(document, List.of());
            screen.problem(file.getFileName() + ": " + reading.refusal());
            return ExitCode.USAGE;
        }
        document.putAll(document(reading));
        List<String> lines = new ArrayList<>(List.of(
                "format     " + reading.format() + ", " + reading.encoding(),
                "title      " + (reading.title().isEmpty() ? "none" : reading.title()),
                "home       " + reading.home().map(URI::toString).orElse("none"),
                "language   " + reading.language().map(l -> l.toLanguageTag()).orElse("not said"),
                "articles   " + reading.items().size()));
        for (FeedItem item : reading.items()) {
            lines.add("");
            lines.addAll(lines(item));
        }
        screen.answer(document, lines);
        return ExitCode.DONE;
    }

    /** Items by date, those without one last, in the order of the feed. */
    static List<FeedItem> newestFirst(FeedReading reading) {
        return reading.items().stream()
                .sorted(Comparator.comparing((FeedItem item) ->
                                item.published().map(Stamp::instant).orElse(Instant.MIN))
                        .reversed())
                .toList();
    }

    /** A title with its day. */
    static String heading(FeedItem item) {
        String title = item.title().isEmpty() ? item.summary() : item.title();
        String shown = title.isEmpty() ? item.address().map(URI::toString).orElse(item.id()) : title;
        return shown
                + item.published()
                        .map(stamp -> "  (" + stamp.instant().toString().substring(0, 10) + ")")
                        .orElse("");
    }

    private static List<String> lines(FeedItem item) {
        List<String> lines = new ArrayList<>();
        lines.add("· " + (item.title().isEmpty() ? "(no title)" : item.title()));
        add(lines, "id", item.id());
        add(lines, "address", item.address().map(URI::toString).orElse(""));
        add(lines, "published", item.published().map(FeedReport::when).orElse(""));
        add(lines, "updated", item.updated().map(FeedReport::when).orElse(""));
        add(lines, "author", item.author());
        add(lines, "credit", item.credit());
        add(lines, "language", item.language().map(l -> l.toLanguageTag()).orElse(""));
        add(lines, "categories", String.join(", ", item.categories()));
        add(lines, "picture", item.picture().map(p -> p.address().toString()).orElse(""));
        add(lines, "summary", item.summary());
        if (item.content().isEmpty()) {
            add(lines, "content", "none");
        }
        for (Block block : item.content()) {
            add(lines, block.getClass().getSimpleName().toLowerCase(Locale.ROOT), block.text());
        }
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-12s %s", name, value.replaceAll("\\R", " ⏎ ")));
        }
    }

    private static String when(Stamp stamp) {
        String instant = stamp.instant().toString();
        return (stamp.hasTime() ? instant : instant.substring(0, 10)) + (stamp.hasZone() ? "" : " (no zone given)");
    }

    /** What a feed says of itself, and its items. */
    static Map<String, Object> document(FeedReading reading) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", reading.format());
        document.put("encoding", reading.encoding());
        document.put("title", reading.title());
        reading.home().ifPresent(home -> document.put("home", home.toString()));
        reading.language().ifPresent(language -> document.put("language", language.toLanguageTag()));
        document.put("items", reading.items().stream().map(FeedReport::document).toList());
        return document;
    }

    private static Map<String, Object> document(FeedItem item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", item.id());
        item.address().ifPresent(address -> document.put("address", address.toString()));
        document.put("title", item.title());
        document.put("summary", item.summary());
        put(document, "published", item.published());
        put(document, "updated", item.updated());
        item.language().ifPresent(language -> document.put("language", language.toLanguageTag()));
        document.put("author", item.author());
        document.put("credit", item.credit());
        document.put("categories", item.categories());
        item.picture()
                .ifPresent(picture -> document.put("picture", picture.address().toString()));
        document.put("blocks", item.content().stream().map(FeedReport::document).toList());
        return document;
    }

    private static Map<String, Object> document(Block block) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", block.getClass().getSimpleName());
        document.put("text", block.text());
        if (block instanceof Paragraph paragraph) {
            document.put("links", links(List.of(paragraph.prose())));
        } else if (block instanceof ItemList list) {
            List<Prose> items = list.items().stream().map(ItemList.Item::prose).toList();
            document.put("items", items.stream().map(Prose::text).toList());
            document.put("links", links(items));
        } else if (block instanceof Quotation quotation) {
            document.put("links", links(quotation.paragraphs()));
        } else if (block instanceof Figure figure && figure.picture() instanceof LinkedPicture picture) {
            document.put("picture", picture.address().toString());
        }
        return document;
    }

    private static List<String> links(List<Prose> words) {
        return words.stream()
                .flatMap(prose -> prose.spans().stream())
                .flatMap(span -> span.link().stream())
                .map(URI::toString)
                .toList();
    }

    private static void put(Map<String, Object> document, String name, Optional<Stamp> stamp) {
        stamp.ifPresent(s -> document.put(
                name, Map.of("instant", s.instant().toString(), "hasZone", s.hasZone(), "hasTime", s.hasTime())));
    }
}
