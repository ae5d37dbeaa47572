package gazette.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The {@code Location} of a redirect, as servers write it (RFC 9110 section 10.2.2). */
final class Reference {
    private Reference() {}

    /**
     * The address that {@code location} means on a page at {@code base}; empty when it cannot be one. Blanks, brackets and
     * letters beyond ASCII are encoded as they should have been.
     *
     * @param location octet by octet: one character each
     */
    static Optional<URI> resolve(URI base, String location) {
        String text = encoded(location.strip());
        try {
            if (text.startsWith("?")) {
                return Optional.of(
                        new URI(base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath() + text));
            }
            return Optional.of(base.resolve(new URI(text)));
        } catch (URISyntaxException noReference) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        int path = text.indexOf('/', Math.max(0, text.indexOf("//") + 2));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBracketOfPath = (c == '[' || c == ']') && (path >= 0 && i > path);
            boolean isLonelyPercent = c == '%' && !text.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*");
            if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0 || isBracketOfPath || isLonelyPercent) {
                append(encoded, c);
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, char c) {
        byte[] octets = c <= 0xff ? new byte[] {(byte) c} : String.valueOf(c).getBytes(StandardCharsets.UTF_8);
        for (byte octet : octets) {
            encoded.append(String.format("%%%02X", octet));
        }
    }
}
