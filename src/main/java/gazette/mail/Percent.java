package gazette.mail;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Words where plain ASCII alone may stand, such as addresses of pages and names of files. */
public final class Percent {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    /**
     * {@code text}, each octet of its UTF-8 as {@code %} and two hexadecimal digits.
     *
     * @param kept what stands as it is, beside the letters and digits of ASCII; of ASCII too
     */
    public static String encoded(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isLetterOrDigit(c) || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
