package gazette.cli;

import gazette.article.Article;
import gazette.article.Published;
import gazette.text.Line;
import gazette.text.TextReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code articles parse} says of one file. */
final class ParseReport {
    /** Of a line's text, in characters: what fits beside its name on a usual terminal. */
    private static final int SHOWN = 60;

    private final Screen screen;

    ParseReport(Screen screen) {
        this.screen = screen;
    }

    ExitCode show(Path file, TextReading reading) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.toString());
        reading.article().ifPresent(article -> document.put("article", document(article)));
        document.put(
                "lines", reading.lines().stream().map(ParseReport::document).toList());
        document.put(
                "problems",
                reading.problems().stream()
                        .map(p -> Map.of("place", p.place(), "what", p.what()))
                        .toList());
        List<String> lines = new ArrayList<>();
        reading.lines().forEach(line -> lines.add(line(line)));
        reading.article().ifPresent(article -> lines.addAll(summary(article)));
        screen.answer(document, lines);
        reading.problems().forEach(problem -> screen.problem(problem.toString()));
        return reading.article().isPresent() && reading.problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }

    private String line(Line line) {
        String name = line.part().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        int cut = line.text()
                .offsetByCodePoints(
                        0,
                        Math.min(
                                SHOWN, line.text().codePointCount(0, line.text().length())));
        String text = cut < line.text().length() ? line.text().substring(0, cut) + "…" : line.text();
        return String.format(Locale.ROOT, "%4d  %-13s %s", line.number(), name, text)
                .stripTrailing();
    }

    private static List<String> summary(Article article) {
        return List.of(
                "",
                "title      " + article.title()
                        + (article.headline().isEmpty() ? "   (no headline: the lead's beginning)" : ""),
                "published  " + article.published().map(ParseReport::when).orElse("no date in the text"),
                "byline     " + (article.byline().isEmpty() ? "none" : article.byline()),
                "sources    " + (article.credits().isEmpty() ? "none" : String.join(", ", article.credits())),
                "picture    " + article.picture().map(Object::toString).orElse("none"),
                "language   " + article.language().toLanguageTag());
    }

    private static String when(Published published) {
        return published.date() + published.time().map(time -> " " + time).orElse("") + " " + published.zone();
    }

    private static Map<String, Object> document(Line line) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("line", line.number());
        document.put("part", line.part().name());
        document.put("text", line.text());
        return document;
    }

    private static Map<String, Object> document(Article article) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", article.title());
        document.put("hasHeadline", article.headline().isPresent());
        document.put("lead", article.lead());
        document.put("blocks", article.blocks().size());
        article.published().ifPresent(published -> document.put("published", when(published)));
        document.put("byline", article.byline());
        document.put("credits", article.credits());
        document.put("language", article.language().toLanguageTag());
        document.put("topics", article.topics());
        return document;
    }
}
