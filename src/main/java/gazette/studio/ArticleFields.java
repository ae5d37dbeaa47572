package gazette.studio;

import gazette.article.Article;
import gazette.text.Line;
import gazette.text.Part;
import gazette.text.TextReading;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an article was taken for, field by field, each with the lines that it was read in. */
final class ArticleFields {
    private static final Pattern KEY = Pattern.compile("([A-Za-z][\\w-]*)\\h*:.*");

    private final ArticleWords words;
    private final List<Line> lines;
    private final Map<String, Integer> keys;

    /** @param reading of its file; empty when it came from a feed */
    ArticleFields(ArticleWords words, Optional<TextReading> reading) {
        this.words = words;
        this.lines = reading.map(TextReading::lines).orElse(List.of());
        this.keys = reading.map(ArticleFields::lines).orElse(Map.of());
    }

    /** The keys that the front matter says, each with its line. */
    static List<Map<String, Object>> keys(TextReading reading) {
        return lines(reading).entrySet().stream()
                .map(key -> Map.<String, Object>of(
                        "name",
                        key.getKey(),
                        "line",
                        key.getValue(),
                        "text",
                        reading.lines()
                                .get(key.getValue() - 1)
                                .text()
                                .substring(key.getKey().length())
                                .replaceFirst("^\\h*:\\h*", "")))
                .toList();
    }

    private static Map<String, Integer> lines(TextReading reading) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        for (Line line : reading.lines()) {
            Matcher key = KEY.matcher(line.text());
            if (line.part() == Part.FRONT_MATTER && key.matches()) {
                keys.putIfAbsent(key.group(1), line.number());
            }
        }
        return keys;
    }

    /** Empty for a file that is refused. */
    List<Map<String, Object>> of(Optional<Article> article) {
        List<Map<String, Object>> fields = new ArrayList<>();
        article.ifPresent(read -> {
            fields.add(field("title", read.title(), "title", Part.HEADLINE));
            fields.add(field("date", read.published().map(words::date).orElse(""), "date", Part.DATE_LINE));
            fields.add(field("byline", read.byline(), "author", Part.BYLINE));
            fields.add(field("credits", String.join(", ", read.credits()), "source", Part.SOURCE_LINE));
            fields.add(field("lead", read.lead(), "lead", Part.LEAD));
            fields.add(plain("language", words.language(read.language()), "language"));
            fields.add(plain("topics", String.join(", ", read.topics()), "topics"));
            fields.add(plain("categories", String.join(", ", read.categories()), ""));
            fields.add(plain("address", read.address().map(URI::toString).orElse(""), "url"));
            fields.add(plain("picture", read.picture().map(Object::toString).orElse(""), "image"));
            fields.add(plain("summary", read.summary(), ""));
        });
        return fields.stream().filter(field -> !isIdle(field)).toList();
    }

    /** What hardly any article says is shown where it does. */
    private static boolean isIdle(Map<String, Object> field) {
        return "".equals(field.get("value"))
                && !List.of("title", "date", "byline", "credits").contains(field.get("name"));
    }

    private Map<String, Object> field(String name, String value, String key, Part part) {
        List<Integer> read = lines.stream()
                .filter(line -> line.part() == part)
                .map(Line::number)
                .toList();
        return Map.of(
                "name",
                name,
                "value",
                value,
                "lines",
                keys.containsKey(key) ? List.of(keys.get(key)) : value.isEmpty() ? List.of() : firstOf(part, read),
                "isSaid",
                keys.containsKey(key));
    }

    /** A paragraph is as long as it is; the lines around a text are all of interest. */
    private static List<Integer> firstOf(Part part, List<Integer> read) {
        return part == Part.LEAD || part == Part.HEADLINE
                ? read.stream().limit(1).toList()
                : read;
    }

    private Map<String, Object> plain(String name, String value, String key) {
        Integer line = keys.get(key);
        return Map.of(
                "name",
                name,
                "value",
                value,
                "lines",
                line == null ? List.of() : List.of(line),
                "isSaid",
                line != null);
    }
}
