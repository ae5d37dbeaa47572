package gazette.delivery;

/** Characters as UTF-8 (RFC 3629 section 3), strictly: half a character is found out instead of becoming a question mark. */
final class Utf8 {
    private Utf8() {}

    /**
     * The character that begins at {@code i}.
     *
     * @throws IllegalArgumentException when it is half of one
     */
    static int pointAt(String text, int i) {
        int point = text.codePointAt(i);
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("a field holds half a character");
        }
        return point;
    }

    /** How many octets {@code point} takes, 1 to 4. */
    static int length(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }

    /** How many octets {@code text} takes. */
    static int length(String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); i++) {
            int point = text.charAt(i) < 0x80 ? text.charAt(i) : pointAt(text, i);
            octets += length(point);
            i += Character.charCount(point) - 1;
        }
        return octets;
    }

    static void write(int point, Octets out) {
        int octets = length(point);
        for (int i = 0; i < octets; i++) {
            out.add(octet(point, i, octets));
        }
    }

    /** The octet in place {@code i}, from 0, of the {@code octets} that {@code point} takes. */
    static int octet(int point, int i, int octets) {
        int bits = point >> (6 * (octets - 1 - i));
        if (octets == 1) {
            return bits;
        }
        return i == 0 ? (0xFF & (0xF00 >> octets)) | bits : 0x80 | (bits & 0x3F);
    }
}
