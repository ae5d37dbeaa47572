package gazette.picture;

import java.util.Arrays;
import java.util.Set;

/** The chunks of a PNG (PNG section 5.3). */
final class PngChunks {
    private static final Set<String> OF_PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;

    private PngChunks() {}

    /** The same picture without texts and profiles: a small one of these can unfold into more than there is memory. */
    static byte[] ofPixels(byte[] png) throws Undecodable {
        Octets octets = new Octets(png);
        byte[] kept = png;
        int length = SIGNATURE;
        int at = SIGNATURE;
        boolean isEnd = false;
        while (!isEnd) {
            long next = at + 12 + octets.big(at, 4);
            if (next > png.length) {
                throw new Undecodable("it is cut off");
            }
            if (isOfPixels(octets, at)) {
                if (length < at && kept == png) {
                    kept = png.clone();
                }
                if (kept != png) {
                    System.arraycopy(png, at, kept, length, (int) next - at);
                }
                length += (int) next - at;
            }
            isEnd = octets.has(at + 4, "IEND");
            at = (int) next;
        }
        return length < png.length ? Arrays.copyOf(kept, length) : png;
    }

    private static boolean isOfPixels(Octets octets, int at) {
        return OF_PIXELS.stream().anyMatch(type -> octets.has(at + 4, type));
    }
}
