package gazette.picture;

import java.io.ByteArrayOutputStream;

/** The segments of a JPEG (ITU T.81 annex B). */
final class JpegSegments {
    private static final byte BEGIN = (byte) 0xFF;

    private JpegSegments() {}

    /**
     * The same picture without what tells where, when and with what it was taken, without the small copy of itself, and
     * without what comes behind its end. Its colour profile stays. One that cannot be followed comes back as it is.
     */
    static byte[] withoutRecords(byte[] jpeg) {
        Octets octets = new Octets(jpeg);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, 2);
        int at = 2;
        while (octets.at(at) == 0xFF) {
            int marker = octets.at(at + 1);
            if (marker == 0xD9) {
                kept.write(jpeg, at, 2);
                return kept.toByteArray();
            }
            int end = marker == 0xFF ? at + 1 : at + 2 + (int) Math.max(2, octets.big(at + 2, 2));
            end = marker == 0xDA ? endOfScan(octets, end) : end;
            if (end > jpeg.length) {
                return jpeg;
            }
            if (!isRecord(octets, at, marker)) {
                kept.write(jpeg, at, end - at);
            }
            at = end;
        }
        return jpeg;
    }

    /** Where the next marker stands that is no part of the scan: 00 and the restarts D0 to D7 are. */
    private static int endOfScan(Octets octets, int from) {
        byte[] all = octets.all(); // most of a file: each step counts
        int at = from;
        while (at < all.length && (all[at] != BEGIN || isOfTheScan(octets.at(at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean isOfTheScan(int marker) {
        return marker == 0 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7);
    }

    /** APP1 to APP13 and comments, but for profiles: APP0 and APP14 say how the colours are to be read. */
    private static boolean isRecord(Octets octets, int at, int marker) {
        boolean isProfile = marker == 0xE2 && octets.has(at + 4, "ICC_PROFILE\0");
        return marker == 0xFE || (marker >= 0xE1 && marker <= 0xED && !isProfile);
    }
}
