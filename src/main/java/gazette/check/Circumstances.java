package gazette.check;

import gazette.dkim.SigningDomain;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a message alone does not tell.
 *
 * @param largestHtml the size in octets, as encoded, of the largest HTML part that any reader gets; without it the
 *     largest of those looked at counts
 * @param lastSubject of the newsletter's edition before, as its readers saw it
 * @param probe asks the web whether links lead anywhere; empty to ask nobody
 * @param signer whose keys are at hand, to tell whether their signatures hold
 */
public record Circumstances(
        OptionalInt largestHtml,
        Optional<String> lastSubject,
        Optional<LinkProbe> probe,
        Optional<SigningDomain> signer) {
    /** Nothing but the message is known. */
    public static final Circumstances UNKNOWN =
            new Circumstances(OptionalInt.empty(), Optional.empty(), Optional.empty());

    /** Without a key at hand. */
    public Circumstances(OptionalInt largestHtml, Optional<String> lastSubject, Optional<LinkProbe> probe) {
        this(largestHtml, lastSubject, probe, Optional.empty());
    }
}
