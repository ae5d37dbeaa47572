package gazette.text;

import gazette.article.Article;
import gazette.article.Blanks;
import gazette.article.Origin;
import gazette.article.Problem;
import gazette.article.SourceLanguage;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a text apart into headline, lead, paragraphs, intertitles, date line, source line and byline. Nothing of it is
 * lost or moved: what is not recognised is a paragraph.
 *
 * <ol>
 *   <li>{@link FrontMatter}: the settings above the text, which override what is found below.
 *   <li>{@link Furniture}: date, source and byline, looked for at both ends.
 *   <li>{@link Passage}: what is left, in blocks.
 *   <li>{@link Body}: what each block is.
 * </ol>
 */
final class TextReader {
    private final ZoneId zone;
    private final SourceLanguage language;

    /**
     * @param zone where a date without a zone was written
     * @param language how to know the language of a text
     */
    TextReader(ZoneId zone, SourceLanguage language) {
        this.zone = zone;
        this.language = language;
    }

    /**
     * Takes {@code text} apart. It is refused when its front matter is wrong or when there is nothing to read in it.
     *
     * @param place the file, as problems name it
     */
    Draft read(String place, Origin origin, String text) {
        List<String> lines = lines(text);
        FrontMatter.Reading front = FrontMatter.read(lines);
        Directions directions = front.frontMatter().directions();
        List<Row> all = rows(lines, front.lines());
        List<Row> rows =
                all.stream().filter(row -> !directions.isLeftOut(row.text())).toList();
        Furniture furniture = Furniture.in(
                directions.guessed(rows), language.of(front.frontMatter().language(), text));
        List<Row> rest = rows.stream()
                .filter(row -> !furniture.parts().containsKey(row.number()))
                .toList();
        Body body = Body.of(Passage.of(rest, directions), front.frontMatter().title(), directions);

        List<Flaw> flaws = new ArrayList<>(front.flaws());
        if (flaws.isEmpty() && rest.isEmpty()) {
            flaws.add(new Flaw(lines.size(), "there is no text here: write the article below what is said about it"));
        }
        List<Problem> problems = flaws.stream().map(flaw -> flaw.in(place)).toList();
        Optional<Article> article =
                flaws.isEmpty() ? Optional.of(article(origin, front.frontMatter(), furniture, body)) : Optional.empty();
        List<Line> account = account(lines, front.lines(), all, furniture, body);
        return new Draft(
                new TextReading(article, problems, account), front.frontMatter().image());
    }

    private Article article(Origin origin, FrontMatter front, Furniture furniture, Body body) {
        return new Article(
                origin,
                language.of(front.language(), body.text()),
                front.title().or(body::headline),
                "",
                front.directions().leadFirst(body.blocks()),
                front.date().or(furniture::date).map(date -> date.published(zone)),
                front.author().orElse(furniture.byline()),
                front.credits().isEmpty() ? furniture.credits() : front.credits(),
                front.url(),
                Optional.empty(),
                List.of(),
                front.topics());
    }

    /** The lines of {@code text}, whatever ends them, with accents composed: {@code e} and U+0301 are é. */
    static List<String> lines(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        List<String> lines = new ArrayList<>(Arrays.asList(composed.split("\\R", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** The lines that hold something, but for the first {@code skipped}. */
    private static List<Row> rows(List<String> lines, int skipped) {
        List<Row> rows = new ArrayList<>();
        for (int i = skipped; i < lines.size(); i++) {
            if (!Blanks.isBlank(lines.get(i))) {
                rows.add(new Row(i + 1, Blanks.tidy(lines.get(i))));
            }
        }
        return rows;
    }

    /** @param all rows that hold something: those that are nothing else are left out */
    private static List<Line> account(
            List<String> lines, int frontMatter, List<Row> all, Furniture furniture, Body body) {
        Map<Integer, Part> parts = new HashMap<>();
        all.forEach(row -> parts.put(row.number(), Part.LEFT_OUT));
        parts.putAll(furniture.parts());
        for (int i = 0; i < body.passages().size(); i++) {
            for (Row row : body.passages().get(i).rows()) {
                parts.put(row.number(), body.parts().get(i));
            }
        }
        List<Line> account = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            Part part = number <= frontMatter ? Part.FRONT_MATTER : parts.getOrDefault(number, Part.BLANK);
            account.add(new Line(number, part, lines.get(number - 1)));
        }
        return account;
    }
}
