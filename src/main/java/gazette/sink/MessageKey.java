package gazette.sink;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a caught message lies.
 *
 * @param address the recipient, whose mailbox it is
 * @param uid its number there (RFC 3501 section 2.3.1.1)
 */
record MessageKey(String address, long uid) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,400})-(\\d{1,18})");

    /** The key that {@link #toString} wrote; empty for any other text. */
    static Optional<MessageKey> parse(String id) {
        Matcher parts = FORM.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String address = new String(Base64.getUrlDecoder().decode(parts.group(1)), StandardCharsets.UTF_8);
            return Optional.of(new MessageKey(address, Long.parseLong(parts.group(2))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** As a path segment of a URL. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8)) + "-"
                + uid;
    }
}
