package gazette.text;

import gazette.article.Article;
import gazette.article.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One text file taken apart, with an account of each line.
 *
 * @param article empty when the file is refused; {@code problems} then says why
 * @param problems in the order of their lines; with an article they did not keep it from being read
 * @param lines every line of the file in order; empty when the file could not be decoded
 */
public record TextReading(Optional<Article> article, List<Problem> problems, List<Line> lines) {
    public TextReading {
        problems = List.copyOf(problems);
        lines = List.copyOf(lines);
    }

    static TextReading refused(String place, String why) {
        return new TextReading(Optional.empty(), List.of(new Problem(place, why)), List.of());
    }
}
