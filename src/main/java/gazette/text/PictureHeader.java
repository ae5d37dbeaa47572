package gazette.text;

import java.util.Optional;

/**
 * What the first octets of a picture file say. The picture itself is never decoded: a small file can unfold into more
 * pixels than there is memory.
 *
 * @param mediaType {@code image/jpeg}, {@code image/png} or {@code image/gif}
 * @param width in pixels, as it is shown
 * @param height in pixels, as it is shown
 */
record PictureHeader(String mediaType, int width, int height) {
    private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int[] PNG_END = {'I', 'E', 'N', 'D'};
    private static final int[] JPEG = {0xFF, 0xD8, 0xFF};
    private static final int[] JPEG_END = {0xFF, 0xD9};

    /** Reads the header of a JPEG, PNG or GIF; empty for anything else, and for one that is cut off. */
    static Optional<PictureHeader> read(byte[] octets) {
        return header(octets).filter(header -> header.width > 0 && header.height > 0);
    }

    private static Optional<PictureHeader> header(byte[] octets) {
        if (matches(octets, 0, PNG)) {
            // PNG section 11.2.2: IHDR is the first chunk; its width and height follow length and type.
            PictureHeader header = new PictureHeader("image/png", big(octets, 16, 4), big(octets, 20, 4));
            return endsWith(octets, PNG_END) ? Optional.of(header) : Optional.empty();
        }
        if (matches(octets, 0, 'G', 'I', 'F', '8', '7', 'a') || matches(octets, 0, 'G', 'I', 'F', '8', '9', 'a')) {
            return Optional.of(new PictureHeader("image/gif", little(octets, 6), little(octets, 8)));
        }
        return matches(octets, 0, JPEG) && endsWith(octets, JPEG_END) ? jpeg(octets) : Optional.empty();
    }

    /** Goes from marker to marker (ITU T.81 annex B) to the frame's, which has the size. */
    private static Optional<PictureHeader> jpeg(byte[] octets) {
        boolean turned = false;
        int at = 2;
        while (octet(octets, at) == 0xFF) {
            int marker = octet(octets, at + 1);
            if (isFrame(marker)) {
                int height = big(octets, at + 5, 2);
                int width = big(octets, at + 7, 2);
                return Optional.of(new PictureHeader("image/jpeg", turned ? height : width, turned ? width : height));
            }
            if (marker == 0xFF) { // a fill octet
                at++;
                continue;
            }
            if (marker == 0xDA) { // the scan begins, and no frame came before it
                return Optional.empty();
            }
            turned = turned || (marker == 0xE1 && ExifOrientation.isTurned(octets, at + 4));
            at += 2 + Math.max(2, big(octets, at + 2, 2));
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15, without the tables that share their numbers: DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Whether {@code end} stands in the last octets; what a camera adds behind its picture is let pass. */
    private static boolean endsWith(byte[] octets, int[] end) {
        for (int at = octets.length - end.length; at >= octets.length / 2; at--) {
            if (matches(octets, at, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] octets, int at, int... expected) {
        if (octets.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (octet(octets, at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code count} octets, the highest first. */
    static int big(byte[] octets, int at, int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | octet(octets, at + i);
        }
        return number;
    }

    /** Two octets, the lowest first. */
    static int little(byte[] octets, int at) {
        return octet(octets, at + 1) << 8 | octet(octets, at);
    }

    /** 0 behind the end, which no marker, size or sign begins with. */
    private static int octet(byte[] octets, int at) {
        return at < octets.length ? octets[at] & 0xFF : 0;
    }
}
