package gazette.config;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a feed, as people paste it. */
public final class FeedAddress {
    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://([^/?#@\\s]+)(/[^?#\\s]*)?(\\?[^#\\s]*)?(#\\S*)?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");

    /** What may stand in an address as it is (RFC 3986 section 2), and the percent sign of what is encoded already. */
    private static final String AS_IT_IS = "-._~:/?#[]@!$&'()*+,;=%";

    private static final String ADVICE = "give an address such as https://journal.example.org/rss.xml";

    private FeedAddress() {}

    /**
     * The address in the one spelling that Gazette knows a feed by: scheme and host in small letters, the host in ASCII,
     * without the usual port and without a fragment, with a path, what is not ASCII percent-encoded. Empty when it is
     * none of http or https.
     */
    public static Optional<URI> of(String text) {
        return read(text).value();
    }

    static Fit<URI> read(String text) {
        String address = text.strip();
        if (address.toLowerCase(Locale.ROOT).startsWith("feed:")) {
            return Fit.not("begin it with https://");
        }
        Matcher parts = FORM.matcher(address);
        if (!parts.matches()) {
            return Fit.not(
                    address.contains("@") && address.contains("//")
                            ? "give the address without a log-in: a password does not belong here"
                            : ADVICE);
        }
        Optional<String> host = host(parts.group(2), parts.group(1));
        return host.flatMap(h -> address(parts, h)).map(Fit::of).orElse(Fit.not(ADVICE));
    }

    private static Optional<URI> address(Matcher parts, String host) {
        String path = parts.group(3) == null ? "/" : parts.group(3);
        String query = parts.group(4) == null ? "" : parts.group(4);
        try {
            String scheme = parts.group(1).toLowerCase(Locale.ROOT);
            URI address = new URI(encoded(scheme + "://" + host + path + query));
            return Optional.of(address).filter(a -> a.getHost() != null);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String text, String scheme) {
        Matcher parts = HOST.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String usual = scheme.equalsIgnoreCase("https") ? "443" : "80";
        String port = parts.group(2) == null || parts.group(2).equals(usual) ? "" : ":" + parts.group(2);
        if (!port.isEmpty() && Integer.parseInt(port.substring(1)) > 65_535) {
            return Optional.empty();
        }
        try {
            String name = parts.group(1);
            return Optional.of((name.startsWith("[") ? name : IDN.toASCII(name)).toLowerCase(Locale.ROOT) + port);
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : address.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || AS_IT_IS.indexOf(c) >= 0);
            encoded.append(isPlain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
