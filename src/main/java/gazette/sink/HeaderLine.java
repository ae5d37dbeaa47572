package gazette.sink;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;

/**
 * A header field.
 *
 * @param name as it is written
 * @param value unfolded, as it is written
 */
public record HeaderLine(String name, String value) {
    /** The value with its encoded words read (RFC 2047 section 6.2); as it is written where nobody can read them. */
    public String words() {
        if (!value.contains("=?")) {
            return value;
        }
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException noSuchCharset) {
            return value;
        }
    }
}
