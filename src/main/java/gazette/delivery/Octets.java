package gazette.delivery;

import java.util.Arrays;

/** Octets being written. For one thread. */
final class Octets {
    private byte[] octets;
    private int length;

    /** @param room how many are expected */
    Octets(int room) {
        octets = new byte[room];
    }

    Octets add(int octet) {
        if (length == octets.length) {
            grow(length + 1);
        }
        octets[length++] = (byte) octet;
        return this;
    }

    Octets add(byte[] more) {
        return add(more, 0, more.length);
    }

    /** Adds {@code count} octets of {@code more}, from {@code from} on. */
    Octets add(byte[] more, int from, int count) {
        grow(length + count);
        System.arraycopy(more, from, octets, length, count);
        length += count;
        return this;
    }

    Octets lineEnd() {
        return add('\r').add('\n');
    }

    /**
     * Adds {@code text} in UTF-8.
     *
     * @throws IllegalArgumentException when it holds half a character
     */
    Octets add(String text) {
        grow(length + text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                add((int) c);
            } else {
                int point = Utf8.pointAt(text, i);
                Utf8.write(point, this);
                i += Character.charCount(point) - 1;
            }
        }
        return this;
    }

    int length() {
        return length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(octets, length);
    }

    private void grow(int needed) {
        if (needed > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(needed, octets.length * 2));
        }
    }
}
