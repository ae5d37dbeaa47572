package gazette.picture;

import java.util.Optional;

/** The three forms of a WebP: lossy, lossless, and extended with alpha, animation or metadata. */
final class WebpHeader {
    /** Widths and heights of a VP8 frame have 14 bits, those of the others are written less one. */
    private static final int FOURTEEN_BITS = 0x3FFF;

    private WebpHeader() {}

    /** The size, from the first chunk (RFC 9649 section 2.5, RFC 9649 section 2.6, RFC 9649 section 2.7). */
    static Optional<PictureHeader> read(Octets octets) {
        boolean isWhole = octets.length() >= octets.little(4, 4);
        if (octets.has(12, "VP8 ")) {
            return octets.has(23, "\u009D\u0001*")
                    ? header(octets.little(26, 2) & FOURTEEN_BITS, octets.little(28, 2) & FOURTEEN_BITS, isWhole)
                    : Optional.empty();
        }
        if (octets.has(12, "VP8L")) {
            long bits = octets.little(21, 4);
            return octets.at(20) == 0x2F
                    ? header((bits & FOURTEEN_BITS) + 1, (bits >> 14 & FOURTEEN_BITS) + 1, isWhole)
                    : Optional.empty();
        }
        return octets.has(12, "VP8X") && octets.length() >= 30
                ? header(octets.little(24, 3) + 1, octets.little(27, 3) + 1, isWhole)
                : Optional.empty();
    }

    private static Optional<PictureHeader> header(long width, long height, boolean isWhole) {
        return PictureHeader.of(Kind.WEBP, width, height, isWhole);
    }
}
