package gazette.feed;

import gazette.article.WebAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links as feeds write them, made absolute: http and https alone. */
final class Reference {
    /** Line ends that a program put into a link, and the blanks that begin the next line. */
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n]\\s*");

    private Reference() {}

    /** The address that {@code written} means at {@code base}; empty when it is none, or not one of the web. */
    static Optional<URI> of(String written, URI base) {
        String bare = BREAKS.matcher(written.strip()).replaceAll("");
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        String whole = bare.regionMatches(true, 0, "www.", 0, 4) ? "http://" + bare : bare;
        return WebAddress.resolve(base, whole).filter(Reference::isOfTheWeb);
    }

    /** The address that {@code written} is by itself. */
    static Optional<URI> absolute(String written) {
        String bare = written.strip();
        boolean isAbsolute =
                bare.regionMatches(true, 0, "http://", 0, 7) || bare.regionMatches(true, 0, "https://", 0, 8);
        return isAbsolute ? of(bare, URI.create("http://localhost/")) : Optional.empty();
    }

    private static boolean isOfTheWeb(URI address) {
        return "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
    }
}
