package gazette.check;

import org.jsoup.nodes.Element;

/** What a screen reader calls an element. */
final class Names {
    private Names() {}

    /** Its label, else its words and the alt texts in it; empty when it has no name. */
    static String of(Element element) {
        String label = element.attr("aria-label").strip();
        return label.isEmpty() ? seen(element) : label;
    }

    /** The words that are seen in it, and the alt texts of its pictures; on one line. */
    static String seen(Element element) {
        StringBuilder words = new StringBuilder(Visible.text(element));
        element.select("img[alt]").forEach(image -> words.append(' ').append(image.attr("alt")));
        return plain(words.toString());
    }

    /** Blanks of all kinds as one ordinary blank each. */
    static String plain(String words) {
        return words.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
    }
}
