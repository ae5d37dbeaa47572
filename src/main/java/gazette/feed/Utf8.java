package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/**
 * How much of some octets is UTF-8.
 *
 * @param good sequences of two octets and more that are
 * @param bad octets beyond ASCII that are part of none
 */
record Utf8(int good, int bad) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Utf8 in(byte[] octets, int from) {
        int good = 0;
        int bad = 0;
        for (int at = from; at < octets.length; ) {
            int length = length(octets, at);
            if (length > 1) {
                good++;
            } else if (octets[at] < 0) {
                bad++;
            }
            at += length;
        }
        return new Utf8(good, bad);
    }

    boolean isValid() {
        return bad == 0;
    }

    /** Whether somebody wrote UTF-8 and something else slipped in. */
    boolean isMostly() {
        return good > bad;
    }

    /** The characters, where an octet that is no UTF-8 stands for the one that it is in Windows-1252. */
    static String mixed(byte[] octets, int from) {
        StringBuilder text = new StringBuilder(octets.length - from);
        int since = from;
        int at = from;
        while (at < octets.length) {
            int length = length(octets, at);
            if (length == 1 && octets[at] < 0) {
                text.append(new String(octets, since, at - since, UTF_8));
                text.append(new String(octets, at, 1, WINDOWS));
                since = at + 1;
            }
            at += length;
        }
        return text.append(new String(octets, since, at - since, UTF_8)).toString();
    }

    /** How many octets the sequence here has; 1 where there is none. */
    private static int length(byte[] octets, int at) {
        int first = octets[at] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return 1;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (at + length > octets.length) {
            return 1;
        }
        for (int next = at + 1; next < at + length; next++) {
            if ((octets[next] & 0xC0) != 0x80) {
                return 1;
            }
        }
        int second = octets[at + 1] & 0xFF;
        boolean isOverlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        boolean isBeyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
        return isOverlong || isBeyond ? 1 : length;
    }
}
