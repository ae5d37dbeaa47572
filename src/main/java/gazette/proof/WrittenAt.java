package gazette.proof;

import gazette.article.Article;
import gazette.check.Finding.Spot;
import gazette.check.Origins;
import gazette.check.StyleLines;
import java.util.List;
import java.util.Optional;

/** The way back from a message to the files of a workspace. Not for sharing by threads. */
final class WrittenAt implements Origins {
    private final TemplatePlaces places;
    private final Printed printed;
    private final ArticleLines articles;
    private final StyleLines styles;

    /**
     * What of a template printed each line of a variant's parts.
     *
     * @param html empty when that is not known
     * @param text the same of the plain-text part
     */
    record Printed(List<Spot> html, List<Spot> text) {
        Printed {
            html = List.copyOf(html);
            text = List.copyOf(text);
        }
    }

    WrittenAt(TemplatePlaces places, ArticleLines articles, StyleLines styles, Printed printed) {
        this.places = places;
        this.printed = printed;
        this.articles = articles;
        this.styles = styles;
    }

    @Override
    public Optional<Spot> template(Part part, int line) {
        return switch (part) {
            case SUBJECT -> Optional.of(new Spot(places.name("subject.ftl"), 0));
            case HTML -> at(printed.html(), line);
            case TEXT -> at(printed.text(), line);
        };
    }

    private static Optional<Spot> at(List<Spot> lines, int line) {
        return line >= 1 && line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty();
    }

    @Override
    public Optional<Spot> article(String words) {
        return articles.find(words);
    }

    @Override
    public String file(String file) {
        return places.name(file);
    }

    @Override
    public Spot whole(Article article) {
        return articles.whole(article);
    }

    @Override
    public Optional<StyleOrigin> style(List<String> classes, String property, String value, boolean dark) {
        return styles.find(classes, property, value, dark);
    }
}
