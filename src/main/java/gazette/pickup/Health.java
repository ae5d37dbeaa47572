package gazette.pickup;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a source from the times that it was read.
 *
 * @param source its {@link gazette.article.Source#key}
 * @param title what it calls itself; empty before it was read
 * @param moved where it has moved to for good (301, 308); asked instead of the address in the settings
 * @param etag to ask with whether anything changed (RFC 9110 section 8.8.3)
 * @param lastModified the same, as the server wrote it (RFC 9110 section 8.8.2)
 * @param lastTry when it was last asked or read
 * @param lastSuccess when it last answered, changed or not
 * @param lastNew when it last had an article that was not known
 * @param nextTry it is left alone until then
 * @param leftAloneUntil the server asked to be left alone until then (429, 503); whoever asks
 * @param failures in a row; 0 after a success
 * @param error what is wrong, in words, and what to do; empty after a success
 * @param isGone whether the server said that it is gone for good (410): it is asked no more
 */
public record Health(
        String source,
        String title,
        Optional<URI> moved,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<Instant> lastTry,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastNew,
        Optional<Instant> nextTry,
        Optional<Instant> leftAloneUntil,
        int failures,
        String error,
        boolean isGone) {

    /** Of a source that was never read. */
    public static Health unknown(String source) {
        return new Health(
                source,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                false);
    }

    /** The same, with an article that was not known. */
    Health withNew(Instant at) {
        return new Health(
                source,
                title,
                moved,
                etag,
                lastModified,
                lastTry,
                lastSuccess,
                Optional.of(at),
                nextTry,
                leftAloneUntil,
                failures,
                error,
                isGone);
    }

    /** The same, to be asked at once, at the settings' address, for everything that it holds. */
    Health askedAgain() {
        return new Health(
                source,
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lastTry,
                lastSuccess,
                lastNew,
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                false);
    }
}
