package gazette.edition;

import gazette.article.Picture;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a newsroom changes of a template's looks without touching it.
 *
 * @param colours of the template's style sheet, such as {@code accent} or {@code dark-accent}, each {@code #rrggbb}
 * @param fonts of the same, such as {@code serif} or {@code sans}: a list of families
 * @param logo instead of the newsletter's name at the head; its alt text is the name unless it says otherwise
 * @param footer below everything else, a line each
 */
public record Style(
        Map<String, String> colours, Map<String, String> fonts, Optional<Picture> logo, List<FooterLine> footer) {
    /** The template as it comes. */
    public static final Style NONE = new Style(Map.of(), Map.of(), Optional.empty(), List.of());

    /** Words at the foot, perhaps with a page that they lead to. */
    public record FooterLine(String words, Optional<URI> link) {}

    public Style {
        colours = Collections.unmodifiableMap(new TreeMap<>(colours)); // so that it is printed in one order
        fonts = Collections.unmodifiableMap(new TreeMap<>(fonts));
        footer = List.copyOf(footer);
    }
}
