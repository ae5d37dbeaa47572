package gazette.edition;

import java.time.Instant;

/**
 * One thing that a person or the program did to an edition.
 *
 * @param words why, for people to read; may be empty
 */
public record Deed(Instant at, Kind kind, String words) {
    /** What was done. */
    public enum Kind {
        /** A person sent it although checks had found errors; the words are their reason. */
        SENT_DESPITE_ERRORS,
        /** Nothing more was begun to be handed over; the words say why. */
        PAUSED,
        /** It went on, after a pause or with the next wave. */
        RESUMED,
        /** It was called off for good. */
        CANCELLED
    }
}
