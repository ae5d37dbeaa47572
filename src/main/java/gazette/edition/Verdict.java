package gazette.edition;

import gazette.article.Origin;
import java.util.Locale;

/**
 * What the choice came to for one candidate.
 *
 * @param title as it was written; of a candidate cut where it is long
 * @param language of the article
 * @param why in words a person understands; empty for what is in without more ado
 */
public record Verdict(Origin origin, String title, Locale language, Place place, String why) {
    /** Where a candidate ends up. */
    public enum Place {
        /** In the edition. */
        IN,
        /** In the edition as a copy of a story that is in: «aussi chez …». */
        COPY,
        /** Not in this one; a candidate for the next. */
        WAITING,
        /** In no edition, as things are. */
        OUT
    }
}
