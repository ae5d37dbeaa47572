package gazette.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A header field in the octets of a message. */
final class HeadField {
    private final byte[] octets;
    private final int from;
    private final int colon;
    private final int to;

    /**
     * @param colon behind the name
     * @param to behind the last line end
     */
    HeadField(byte[] octets, int from, int colon, int to) {
        this.octets = octets;
        this.from = from;
        this.colon = colon;
        this.to = to;
    }

    /** In small letters. */
    String name() {
        return new String(octets, from, colon - from, StandardCharsets.US_ASCII)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** What stands behind the colon, folds and all. */
    String content() {
        return new String(octets, colon + 1, to - colon - 1, StandardCharsets.ISO_8859_1);
    }

    /** Writes it in relaxed canonical form (RFC 6376 section 3.4.2), its line end with it. */
    void relax(ByteArrayOutputStream out) {
        relax(name(), octets, colon + 1, to, out);
        out.write('\r');
        out.write('\n');
    }

    /** Writes the field of {@code name} (in small letters) with what stands between two places, without a line end. */
    static void relax(String name, byte[] octets, int from, int to, ByteArrayOutputStream out) {
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        out.write(':');
        boolean begun = false;
        int i = from;
        while (i < to) {
            int word = i;
            while (word < to && !Blanks.isVisible(octets[word])) {
                word++;
            }
            int end = word;
            while (end < to && Blanks.isVisible(octets[end])) {
                end++;
            }
            if (end > word) {
                if (begun) {
                    out.write(' ');
                }
                out.write(octets, word, end - word);
                begun = true;
            }
            i = end;
        }
    }
}
