package gazette.text;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Problem;
import gazette.article.SourceLanguage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A marked-up file taken apart.
 *
 * @param front what is said about the text, which overrides what the text says
 * @param headline of the text itself, taken out of {@code blocks}
 * @param summary empty when there is none
 * @param furniture of the text itself, taken out of {@code blocks}
 */
record Marked(
        FrontMatter.Reading front, Optional<String> headline, String summary, Furniture furniture, List<Block> blocks) {
    Marked {
        blocks = List.copyOf(blocks);
    }

    /** The same with the headline where it belongs: it stands above something, and may be a paragraph in bold. */
    Marked settled() {
        if (headline.isPresent()) {
            return blocks.isEmpty()
                    ? new Marked(front, Optional.empty(), summary, furniture, List.of(new Paragraph(headline.get())))
                    : this;
        }
        Optional<String> bold = front.frontMatter().title().isPresent() ? Optional.empty() : BoldTitle.of(blocks);
        return bold.isPresent() ? new Marked(front, bold, summary, furniture, blocks.subList(1, blocks.size())) : this;
    }

    /** The same with a headline where it has none and says something. */
    Marked orElse(Optional<String> title) {
        return headline.isEmpty() && !blocks.isEmpty() ? new Marked(front, title, summary, furniture, blocks) : this;
    }

    /**
     * The article, or why there is none.
     *
     * @param lines of the file
     * @param account that knows all but front matter and furniture
     * @param known what lines are otherwise, by their numbers
     */
    Draft draft(
            String place,
            Origin origin,
            List<String> lines,
            Account account,
            Map<Integer, Part> known,
            ZoneId zone,
            SourceLanguage language) {
        List<Flaw> flaws = new ArrayList<>(front.flaws());
        if (flaws.isEmpty() && blocks.isEmpty()) {
            flaws.add(new Flaw(lines.size(), "there is no text here: write the article below what is said about it"));
        }
        List<Problem> problems = flaws.stream().map(flaw -> flaw.in(place)).toList();
        Optional<Article> article = flaws.isEmpty() ? Optional.of(article(origin, zone, language)) : Optional.empty();
        Map<Integer, Part> parts = new HashMap<>(known);
        for (int number = 1; number <= front.lines(); number++) {
            parts.put(number, Part.FRONT_MATTER);
        }
        return new Draft(
                new TextReading(article, problems, account.of(lines, parts)),
                front.frontMatter().image());
    }

    private Article article(Origin origin, ZoneId zone, SourceLanguage language) {
        FrontMatter said = front.frontMatter();
        return new Article(
                origin,
                language.of(said.language(), blocks.stream().map(Block::text).collect(Collectors.joining("\n"))),
                said.title().or(() -> headline),
                summary,
                Beside.linked(said.directions().leadFirst(blocks), said.url()),
                said.date().or(furniture::date).map(date -> date.published(zone)),
                said.author().orElse(furniture.byline()),
                said.credits().isEmpty() ? furniture.credits() : said.credits(),
                said.url(),
                Optional.empty(),
                List.of(),
                said.topics());
    }
}
