package gazette.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as browsers read them. */
final class WebAddress {
    private static final Pattern BRACKETED = Pattern.compile("<(https?:[^<>]+)>", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /** The first address of the web that a header field holds in angle brackets (RFC 2369 section 2). */
    static Optional<String> bracketed(HeaderField field) {
        Matcher address = BRACKETED.matcher(field.content());
        return address.find() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /** By the rules of browsers, that allow letters beyond ASCII. */
    static Optional<URI> parsed(String address) {
        try {
            URI uri = new URI(address.replaceAll("[|\\[\\]^`](?=[^/]*$)", "_"));
            boolean web = address.toLowerCase(Locale.ROOT).matches("https?:.*");
            return web
                            && (uri.getRawAuthority() == null
                                    || uri.getRawAuthority().isEmpty())
                    ? Optional.empty()
                    : Optional.of(uri);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The machine that {@code address} names; empty when it names none. */
    static String host(String address) {
        return parsed(address)
                .map(URI::getRawAuthority)
                .map(authority -> authority.replaceFirst("^.*@", "").replaceFirst(":\\d*$", ""))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
