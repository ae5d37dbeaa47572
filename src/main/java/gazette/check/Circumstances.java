package gazette.check;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a message alone does not tell.
 *
 * @param largestHtml the size in octets, as encoded, of the largest HTML part that any reader gets; without it the
 *     largest of those looked at counts
 * @param lastSubject of the newsletter's edition before, as its readers saw it
 * @param probe asks the web whether links lead anywhere; empty to ask nobody
 */
public record Circumstances(OptionalInt largestHtml, Optional<String> lastSubject, Optional<LinkProbe> probe) {
    /** Nothing but the message is known. */
    public static final Circumstances UNKNOWN =
            new Circumstances(OptionalInt.empty(), Optional.empty(), Optional.empty());
}
