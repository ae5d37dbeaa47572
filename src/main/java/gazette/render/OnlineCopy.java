package gazette.render;

import gazette.edition.Inline;
import gazette.edition.Variant;
import java.util.regex.Pattern;

/** Makes a page of the web of what was rendered for a message. */
final class OnlineCopy {
    /** What a template prints of {@code reader.unsubscribe} without asking whether it is there. */
    private static final Pattern LEADS_NOWHERE =
            Pattern.compile("<a\\b[^>]*\\bhref=(?:\"\"|'')[^>]*>.*?</a>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private OnlineCopy() {}

    /**
     * {@code variant} with its pictures on the web, and without links that lead nowhere.
     *
     * @param pictures the address of a picture, less its content id
     */
    static Variant of(Variant variant, String pictures) {
        return new Variant(
                variant.key(),
                variant.subject(),
                variant.html().map(html -> page(html, variant, pictures)),
                variant.text(),
                variant.inlines(),
                variant.logic());
    }

    private static String page(String html, Variant variant, String pictures) {
        String page = LEADS_NOWHERE.matcher(html).replaceAll("");
        for (Inline inline : variant.inlines()) {
            page = page.replace("cid:" + inline.contentId(), pictures + inline.contentId());
        }
        return page;
    }
}
