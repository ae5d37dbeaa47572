package gazette.proof;

import gazette.article.Article;
import gazette.article.FolderSource;
import gazette.article.Source;
import gazette.check.Finding.Spot;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.text.FolderReader;
import gazette.text.Line;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the words of a message in the articles that they are from: the line of a text file, the address of what came from
 * a feed. Reads each file once, when it is asked for. Not for sharing by threads.
 */
final class ArticleLines {
    /** Shorter words are in any article. */
    private static final int TELLING = 4;

    private final Edition edition;
    private final Newsletter newsletter;
    private final Map<Article, List<Line>> files = new HashMap<>();

    ArticleLines(Edition edition, Newsletter newsletter) {
        this.edition = edition;
        this.newsletter = newsletter;
    }

    /** Where these words were written; empty when no article has them. */
    Optional<Spot> find(String words) {
        String wanted = letters(words);
        if (wanted.length() < TELLING) {
            return Optional.empty();
        }
        return edition.articles().stream()
                .filter(article -> letters(all(article)).contains(wanted))
                .findFirst()
                .map(article -> spot(article, wanted));
    }

    /** The file or the page of an article. */
    Spot whole(Article article) {
        return source(article)
                .filter(FolderSource.class::isInstance)
                .map(source -> file((FolderSource) source, article, 0))
                .orElseGet(() -> onTheWeb(article));
    }

    private static Spot file(FolderSource folder, Article article, int line) {
        return new Spot(folder.name() + "/" + article.origin().name(), line);
    }

    private static Spot onTheWeb(Article article) {
        return new Spot(article.address().map(URI::toString).orElse("«" + article.title() + "»"), 0);
    }

    private static String all(Article article) {
        return article.title() + "\n" + article.text() + "\n" + article.byline() + "\n"
                + String.join("\n", article.credits()) + "\n"
                + article.picture().map(picture -> picture.alt()).orElse("");
    }

    private Spot spot(Article article, String wanted) {
        return source(article)
                .filter(FolderSource.class::isInstance)
                .map(source -> inFile((FolderSource) source, article, wanted))
                .orElseGet(() -> onTheWeb(article));
    }

    private Optional<Source> source(Article article) {
        return newsletter.sources().stream()
                .filter(source -> source.key().equals(article.origin().source()))
                .findFirst();
    }

    private Spot inFile(FolderSource folder, Article article, String wanted) {
        List<Line> lines = files.computeIfAbsent(
                article,
                each -> FolderReader.parse(
                                folder.path().resolve(each.origin().name()), folder.zone(), folder.language())
                        .lines());
        return file(folder, article, line(lines, wanted));
    }

    /** Where {@code wanted} begins, 0 when it is not there word by word. */
    private static int line(List<Line> lines, String wanted) {
        StringBuilder all = new StringBuilder();
        int[] ends = new int[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            all.append(letters(lines.get(i).text()));
            ends[i] = all.length();
        }
        int at = all.indexOf(wanted);
        for (int i = 0; at >= 0 && i < ends.length; i++) {
            if (at < ends[i]) {
                return lines.get(i).number();
            }
        }
        return 0;
    }

    /** What typography, markup and line ends do not change. */
    private static String letters(String words) {
        return words.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }
}
