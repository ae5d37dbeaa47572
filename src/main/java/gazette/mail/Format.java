package gazette.mail;

import java.util.Locale;
import java.util.Set;

/** In what form a reader wants a message. Columns hold the name. */
public enum Format {
    /** An HTML part with the plain-text part beside it. */
    HTML,
    /** The plain-text part alone. */
    TEXT;

    private static final Set<String> PLAIN_TEXT = Set.of("text", "txt", "plain", "texte", "texte brut");

    /** What somebody wrote for it; anything but a word for plain text is {@link #HTML}. */
    public static Format of(String written) {
        return PLAIN_TEXT.contains(written.strip().toLowerCase(Locale.ROOT)) ? TEXT : HTML;
    }

    /** What people write for {@link #TEXT}, in small letters. */
    public static Set<String> plainTextWords() {
        return PLAIN_TEXT;
    }
}
