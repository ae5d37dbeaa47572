package gazette.edition;

import gazette.article.FolderSource;
import gazette.article.SourceLanguage;
import gazette.edition.Presentation.Pictures;
import gazette.edition.Presentation.Sections;
import gazette.edition.Selection.Corrections;
import gazette.edition.Selection.Order;
import gazette.mail.Mailbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Newsletters for tests of choosing, also from lines such as {@code include words énergie, énerg*}. */
final class ChoiceSettings {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A setting, and those of a source below it. */
    record Line(String word, String value, Map<String, String> details) {}

    private ChoiceSettings() {}

    static Newsletter newsletter(Selection selection, List<Supply> supplies) {
        return newsletter(selection, supplies, Presentation.PLAIN);
    }

    private static Newsletter newsletter(Selection selection, List<Supply> supplies, Presentation presentation) {
        Masthead masthead = new Masthead(
                "la-gazette",
                "La Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.empty(),
                Locale.FRENCH,
                PARIS,
                "1 place du Marché, 75001 Paris",
                URI.create("https://gazette.example.org"));
        return new Newsletter(
                masthead,
                supplies,
                selection,
                List.of(new Cadence("daily", "0 30 6 * * ?")),
                Optional.empty(),
                "digest",
                presentation,
                Duration.ZERO,
                InDoubtPolicy.RETRY);
    }

    static Newsletter newsletter(List<Line> lines) {
        List<Supply> supplies = new ArrayList<>();
        lines.stream().filter(line -> line.word().equals("source")).forEach(line -> supplies.add(supply(line)));
        Newsletter newsletter = newsletter(selection(lines), supplies, presentation(lines));
        return newsletter.on(new Cadence("daily", "0 30 6 * * ?", Optional.empty(), limits(lines, "cadence")));
    }

    private static Presentation presentation(List<Line> lines) {
        return new Presentation(
                Sections.valueOf(value(lines, "sections", "NONE")),
                Integer.parseInt(value(lines, "whole", String.valueOf(Integer.MAX_VALUE))),
                Integer.parseInt(value(lines, "short", "0")),
                Pictures.LINK,
                Optional.empty());
    }

    /** Such as {@code 1 12}. */
    private static Optional<ArticleLimits> limits(List<Line> lines, String word) {
        return values(lines, word)
                .map(value -> value.split(" "))
                .map(both -> new ArticleLimits(Integer.parseInt(both[0]), Integer.parseInt(both[1])))
                .findFirst();
    }

    static FolderSource source(String name) {
        return new FolderSource(name, Path.of("/" + name), ZoneOffset.UTC, SourceLanguage.of(Locale.FRENCH));
    }

    private static Supply supply(Line line) {
        Map<String, String> details = line.details();
        return new Supply(
                source(line.value()),
                filter(
                        details.getOrDefault("include", ""),
                        details.getOrDefault("exclude", ""),
                        details.getOrDefault("max-age", "")),
                Integer.parseInt(details.getOrDefault("most", "1000")),
                ChoiceCase.commas(details.getOrDefault("topics", "")));
    }

    private static Selection selection(List<Line> lines) {
        String near = value(lines, "near", "0.85");
        return new Selection(
                new ArticleLimits(
                        Integer.parseInt(value(lines, "min", "1")), Integer.parseInt(value(lines, "max", "12"))),
                Order.valueOf(value(lines, "order", "NEWEST")),
                rule(value(lines, "lead", "")),
                filter(value(lines, "include", ""), value(lines, "exclude", ""), value(lines, "max-age", "")),
                values(lines, "topic")
                        .map(topic -> topic.split(": ", 2))
                        .map(topic -> new Topic(topic[0], rule(topic[1])))
                        .toList(),
                near.equals("off") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(near)),
                Corrections.valueOf(value(lines, "corrections", "MARK")));
    }

    private static Filter filter(String include, String exclude, String maxAge) {
        return new Filter(
                rule(include),
                rule(exclude),
                maxAge.isEmpty() ? Optional.empty() : Optional.of(Duration.parse("P" + maxAge)));
    }

    /** Such as {@code words a, b c; authors d}. */
    static Rule rule(String text) {
        return new Rule(
                entries(text, "words"),
                entries(text, "authors"),
                entries(text, "categories"),
                entries(text, "languages").stream().map(Locale::forLanguageTag).toList());
    }

    private static List<String> entries(String text, String kind) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(part -> part.startsWith(kind + " "))
                .flatMap(part -> ChoiceCase.commas(part.substring(kind.length())).stream())
                .toList();
    }

    private static Stream<String> values(List<Line> lines, String word) {
        return lines.stream().filter(line -> line.word().equals(word)).map(Line::value);
    }

    private static String value(List<Line> lines, String word, String otherwise) {
        return values(lines, word).findFirst().orElse(otherwise);
    }
}
