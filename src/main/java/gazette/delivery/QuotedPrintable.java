package gazette.delivery;

import java.nio.charset.StandardCharsets;

/**
 * Text in lines that every mail server passes on unchanged (RFC 2045 section 6.7): UTF-8, at most {@value #MAX_LINE}
 * octets a line, CRLF alone.
 *
 * <p>No line begins with a dot, so that the same octets serve DATA, which would double it, and everything else; nor with
 * {@code From}, which mailboxes in one file would take for the next message. No character is cut in two.
 */
final class QuotedPrintable {
    /** Longest line, in octets, without its CRLF (RFC 2045 section 6.7, rule 5). */
    static final int MAX_LINE = 76;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** What comes after a stretch of text. */
    enum End {
        /** A line end, or nothing more: blanks there would be lost on the way (RFC 2045 section 6.7, rule 3). */
        OF_LINE,
        /** More of the same line, which begins a line of its own when encoded. */
        OF_STRETCH
    }

    private final String text;
    private final End end;
    private final Octets out;
    private int column;

    private QuotedPrintable(String text, End end, Octets out) {
        this.text = text;
        this.end = end;
        this.out = out;
    }

    /**
     * Writes {@code text}, whose lines are ended by LF or CRLF, from the beginning of a line. After {@link
     * End#OF_STRETCH}, {@code out} is at the beginning of a line again.
     *
     * @throws IllegalArgumentException when it holds half a character
     */
    static void write(String text, End end, Octets out) {
        new QuotedPrintable(text, end, out).write();
    }

    private void write() {
        int i = 0;
        while (i < text.length()) {
            int lineEnd = lineEndAt(i);
            if (lineEnd > 0) {
                out.lineEnd();
                column = 0;
                i += lineEnd;
            } else {
                i += character(i);
                i += visible(i);
            }
        }
        if (end == End.OF_STRETCH && column > 0) {
            breakSoftly();
        }
    }

    /** Writes the characters from {@code i} on that stand for themselves wherever they are; tells how many they were. */
    private int visible(int from) {
        int to = Math.min(text.length(), from + MAX_LINE - 1 - column);
        int i = from;
        for (; i < to && isVisible(text.charAt(i)); i++) {
            out.add(text.charAt(i));
        }
        column += i - from;
        return i - from;
    }

    /** Writes the character at {@code i}, and tells how many chars it was. */
    private int character(int i) {
        int point = Utf8.pointAt(text, i);
        int chars = Character.charCount(point);
        boolean last = endsLine(i + chars);
        int width = isBare(point, i, last) ? 1 : 3 * Utf8.length(point);
        if (column + width > (last ? MAX_LINE : MAX_LINE - 1)) {
            breakSoftly();
        }
        if (isBare(point, i, last)) {
            out.add(point);
            column++;
        } else {
            escape(point);
        }
        return chars;
    }

    private boolean isBare(int point, int i, boolean last) {
        if (point == ' ' || point == '\t') {
            return !last;
        }
        if (column == 0 && (point == '.' || text.startsWith("From ", i))) {
            return false;
        }
        return isVisible(point);
    }

    private static boolean isVisible(int point) {
        return point > ' ' && point < 0x7F && point != '=';
    }

    private void escape(int point) {
        int octets = Utf8.length(point);
        for (int i = 0; i < octets; i++) {
            int octet = Utf8.octet(point, i, octets);
            out.add('=').add(HEX[octet >> 4]).add(HEX[octet & 0xF]);
        }
        column += 3 * octets;
    }

    private void breakSoftly() {
        out.add('=').lineEnd();
        column = 0;
    }

    private boolean endsLine(int i) {
        return i == text.length() ? end == End.OF_LINE : lineEndAt(i) > 0;
    }

    /** How many chars the line end at {@code i} has; 0 when there is none. */
    private int lineEndAt(int i) {
        if (text.charAt(i) == '\n') {
            return 1;
        }
        return text.startsWith("\r\n", i) ? 2 : 0;
    }
}
