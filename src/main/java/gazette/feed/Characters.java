package gazette.feed;

import java.nio.charset.Charset;

/** Which characters a text may hold, and what is made of the others. */
final class Characters {
    /** What the octets from 0x80 on mean in Windows-1252, for those who write them as characters of that number. */
    private static final String FROM_0X80 = windows();

    private Characters() {}

    private static String windows() {
        byte[] octets = new byte[32];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (0x80 + i);
        }
        return new String(octets, Charset.forName("windows-1252"));
    }

    /** The text without control characters, lone surrogates and byte order marks, and C1 read as Windows-1252. */
    static String legal(CharSequence text) {
        int at = 0;
        while (at < text.length() && isLegal(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text.toString() : repaired(text, at);
    }

    /** Most characters; a surrogate needs a second look. */
    private static boolean isLegal(char c) {
        return (c >= ' ' && c < 0x7F)
                || (c > 0x9F && c < 0xD800)
                || c == '\n'
                || c == '\t'
                || c == '\r'
                || (c > 0xDFFF && c < 0xFEFF)
                || (c > 0xFEFF && c < 0xFFFE);
    }

    private static String repaired(CharSequence text, int from) {
        StringBuilder legal = new StringBuilder(text.length()).append(text, 0, from);
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isLegal(c)) {
                legal.append(c);
            } else if (c >= 0x80 && c <= 0x9F) {
                char meant = FROM_0X80.charAt(c - 0x80);
                if (meant != '\uFFFD') {
                    legal.append(meant);
                }
            } else if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                legal.append(c).append(text.charAt(++at));
            }
        }
        return legal.toString();
    }
}
