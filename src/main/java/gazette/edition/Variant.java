package gazette.edition;

import java.util.List;
import java.util.Locale;

/**
 * One rendering of an edition, shared by all its readers who get the same words. Its personal places are fields, left
 * open by markers.
 *
 * @param language what tells it from the edition's other variants
 * @param subject on one line
 * @param html the HTML part
 * @param text the plain-text part, lines of at most 78 characters ended by LF
 * @param inlines the pictures that the HTML part shows by {@code cid:}
 */
public record Variant(Locale language, String subject, String html, String text, List<Inline> inlines) {
    public Variant {
        inlines = List.copyOf(inlines);
    }
}
