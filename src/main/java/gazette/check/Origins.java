package gazette.check;

import gazette.article.Article;
import gazette.check.Finding.Spot;
import java.util.List;
import java.util.Optional;

/** The way back from what stands in a message to where it was written. */
public interface Origins {
    /** A part of a message that a template makes. */
    enum Part {
        SUBJECT,
        HTML,
        TEXT
    }

    /**
     * A declaration of a style sheet.
     *
     * @param spot its line; that of the variable in {@code :root} when its value is one
     * @param variable the variable's name without its hyphens; empty when its value is none
     */
    record StyleOrigin(Spot spot, String variable) {}

    /** Of a message of which nothing but its octets is known. */
    Origins UNKNOWN = new Origins() {
        @Override
        public Optional<Spot> template(Part part, int line) {
            return Optional.empty();
        }

        @Override
        public Optional<Spot> article(String words) {
            return Optional.empty();
        }
    };

    /** The line of the template that printed this line of {@code part}; {@code line} counts from 1. */
    Optional<Spot> template(Part part, int line);

    /** The article, and its line, that these words of a message are from. */
    Optional<Spot> article(String words);

    /** What people call this file of the template; {@code file} is its path inside it. */
    default String file(String file) {
        return file;
    }

    /** The article as a whole, as people find it; the name that its source gave it when nothing more is known. */
    default Spot whole(Article article) {
        return new Spot(article.origin().name(), 0);
    }

    /**
     * Where the template's style sheet gives this property to an element of these classes, or else gives the value to
     * any: not every class is printed.
     *
     * @param value as it stands in the message
     * @param dark whether the rules for dark screens count first
     */
    default Optional<StyleOrigin> style(List<String> classes, String property, String value, boolean dark) {
        return Optional.empty();
    }
}
