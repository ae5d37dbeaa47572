package gazette.picture;

/** The octets of a file as numbers. There are only zeros before its beginning and behind its end. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Octets(byte[] all) {
    int length() {
        return all.length;
    }

    int at(long offset) {
        return offset >= 0 && offset < all.length ? all[(int) offset] & 0xFF : 0;
    }

    /** {@code count} octets, up to 4, the highest first. */
    long big(long offset, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | at(offset + i);
        }
        return number;
    }

    /** {@code count} octets, up to 4, the lowest first. */
    long little(long offset, int count) {
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | at(offset + i);
        }
        return number;
    }

    /** Whether {@code text}, of ISO 8859-1, stands there. */
    boolean has(long offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (offset + i >= all.length || at(offset + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code text} stands in the second half: what is added behind a picture is let pass. */
    boolean endsWith(String text) {
        for (int at = all.length - text.length(); at >= all.length / 2; at--) {
            if (has(at, text)) {
                return true;
            }
        }
        return false;
    }
}
