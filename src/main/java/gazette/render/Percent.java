package gazette.render;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Words as part of an address. */
final class Percent {
    /** What stands as it is, beside letters and digits: RFC 3986 section 2.3, and as FreeMarker does, {@code ! ' ( ) *}. */
    private static final String KEPT = "-._~!'()*";

    private Percent() {}

    /** The UTF-8 octets of {@code text}, percent-encoded as FreeMarker's {@code ?url} does. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isKept(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isKept(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || KEPT.indexOf(c) >= 0;
    }
}
