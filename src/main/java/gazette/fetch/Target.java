package gazette.fetch;

import gazette.fetch.Fetched.Obstacle;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHost;

/**
 * Where one request goes.
 *
 * @param host the name or address of the server
 * @param port −1 when it is the scheme's own
 * @param path and query, as they go out
 * @param login {@code name:password}, as the address has it, percent-encoded
 */
record Target(String scheme, Host host, int port, String path, Optional<String> login) {
    /** Takes an absolute address apart; what the settings may spell oddly is repaired. */
    static Target of(URI address) throws Refused {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Refused(
                    "'" + Shown.of(address.toString())
                            + "' is no web address: it has to begin with https:// or http://",
                    Obstacle.FORBIDDEN);
        }
        String authority = Optional.ofNullable(address.getRawAuthority()).orElse("");
        int at = authority.lastIndexOf('@');
        String server = authority.substring(at + 1);
        int colon = server.endsWith("]") ? -1 : server.lastIndexOf(':');
        Host host = Host.of(colon < 0 ? server : server.substring(0, colon));
        int port = colon < 0 ? -1 : port(server.substring(colon + 1), scheme);
        return new Target(
                scheme, host, port, path(address), at > 0 ? Optional.of(authority.substring(0, at)) : Optional.empty());
    }

    private static int port(String digits, String scheme) throws Refused {
        if (digits.isEmpty()) {
            return -1;
        }
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65_535) {
            throw new Refused(
                    "'" + Shown.of(digits) + "' is no port: check the address of the feed", Obstacle.FORBIDDEN);
        }
        return port == (scheme.equals("http") ? 80 : 443) ? -1 : port;
    }

    private static String path(URI address) {
        URI ascii = URI.create(address.toASCIIString());
        String path = Optional.ofNullable(ascii.getRawPath()).orElse("").replaceFirst("^(/\\.\\.)+(?=/|$)", "");
        String query =
                Optional.ofNullable(ascii.getRawQuery()).map(q -> "?" + q).orElse("");
        return (path.isEmpty() ? "/" : path) + query;
    }

    /** The address in one spelling, without its password and fragment. */
    URI address() {
        return URI.create(server() + path);
    }

    /** Scheme, host and port: what has connections of its own. */
    String server() {
        String name = host.name().contains(":") ? "[" + host.name() + "]" : host.name();
        return scheme + "://" + name + (port < 0 ? "" : ":" + port);
    }

    HttpHost toHttpHost() {
        return new HttpHost(scheme, host.name(), port);
    }
}
