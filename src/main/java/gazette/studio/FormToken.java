package gazette.studio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What every form of the studio says, and no other page can: it changes with each start of the program. Immutable.
 *
 * @param value 128 bits of chance in letters that fit an attribute
 */
record FormToken(String value) {
    /** The name of its field. */
    static final String FIELD = "token";

    private static final int OCTETS = 16;

    static FormToken random() {
        byte[] octets = new byte[OCTETS];
        new SecureRandom().nextBytes(octets);
        return new FormToken(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    /** Whether {@code said} is this token; how long that takes tells nothing of it. */
    boolean isOurs(String said) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }
}
