package gazette.picture;

import java.util.Optional;

/**
 * What stands before the pixels of a JPEG.
 *
 * @param storedWidth in pixels, before it is turned
 * @param storedHeight in pixels, before it is turned
 * @param components 1 for grey, 3 for colours, 4 for those of print
 * @param isProgressive whether all of it is held in memory while it is decoded
 * @param orientation from 1 to 8, see {@link ExifOrientation}
 * @param transform of its colours, as Adobe's segment says: 0 none, 1 YCbCr, 2 YCCK; −1 without that segment
 */
record JpegHeader(
        int storedWidth, int storedHeight, int components, boolean isProgressive, int orientation, int transform) {
    /** Goes from marker to marker (ITU T.81 annex B) to the frame's, which has the size. */
    static Optional<JpegHeader> read(Octets octets) {
        int orientation = ExifOrientation.UPRIGHT;
        int transform = -1;
        long at = 2;
        while (octets.at(at) == 0xFF) {
            int marker = octets.at(at + 1);
            if (isFrame(marker)) {
                return Optional.of(new JpegHeader(
                        (int) octets.big(at + 7, 2),
                        (int) octets.big(at + 5, 2),
                        octets.at(at + 9),
                        (marker & 0x03) == 2,
                        orientation,
                        transform));
            }
            if (marker == 0xFF) { // a fill octet
                at++;
                continue;
            }
            if (marker == 0xDA) { // the scan begins, and no frame came before it
                return Optional.empty();
            }
            if (marker == 0xE1 && orientation == ExifOrientation.UPRIGHT) {
                orientation = ExifOrientation.read(octets, at + 4);
            }
            if (marker == 0xEE && octets.has(at + 4, "Adobe")) {
                transform = octets.at(at + 15);
            }
            at += 2 + Math.max(2, octets.big(at + 2, 2));
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15, without the tables that share their numbers: DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    int width() {
        return ExifOrientation.isTurned(orientation) ? storedHeight : storedWidth;
    }

    int height() {
        return ExifOrientation.isTurned(orientation) ? storedWidth : storedHeight;
    }

    /** Whether its colours are those of print. */
    boolean isCmyk() {
        return components == 4;
    }
}
