package gazette.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The name and password of an address, as a server wants them (RFC 7617 section 2). */
final class Login {
    private Login() {}

    /** {@code name:password} without percent-encoding, in UTF-8 and base64. */
    static String encoded(String login) {
        byte[] octets = login.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int i = 0; i < octets.length; i++) {
            boolean isEncoded =
                    octets[i] == '%' && i + 2 < octets.length && isHex(octets[i + 1]) && isHex(octets[i + 2]);
            plain.write(
                    isEncoded
                            ? (Character.digit(octets[i + 1], 16) << 4) + Character.digit(octets[i + 2], 16)
                            : octets[i]);
            i += isEncoded ? 2 : 0;
        }
        return Base64.getEncoder().encodeToString(plain.toByteArray());
    }

    private static boolean isHex(byte octet) {
        return Character.digit(octet, 16) >= 0;
    }
}
