package gazette.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One rendering of an edition, shared by all its readers who get the same words. Its personal places are fields, left
 * open by markers.
 *
 * @param subject on one line
 * @param html the HTML part; empty for a variant of plain text alone
 * @param text the plain-text part, lines of at most 78 characters ended by LF
 * @param inlines the pictures that the HTML part shows by {@code cid:}
 * @param logic what the template does with fields beyond printing them, and where, a line for each; such a variant is
 *     rendered anew for each reader. Empty when it need not be
 */
public record Variant(
        VariantKey key, String subject, Optional<String> html, String text, List<Inline> inlines, List<String> logic) {
    public Variant {
        inlines = List.copyOf(inlines);
        logic = List.copyOf(logic);
    }

    /** The language of the words around the articles. */
    public Locale language() {
        return key.language();
    }
}
