package gazette.picture;

/**
 * How a camera was held, as its JPEG says: a picture taken upright is stored lying, and shown turned. From 1 to 8: 2, 4, 5
 * and 7 are mirrored, 3 stands on its head, 5 to 8 are turned by a quarter.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;

    private ExifOrientation() {}

    /** {@link #UPRIGHT} where nothing else is said; {@code at} is where the data of an APP1 segment begins. */
    static int read(Octets octets, long at) {
        if (!octets.has(at, "Exif\0\0")) {
            return UPRIGHT;
        }
        long tiff = at + 6; // all offsets count from the TIFF header (Exif 2.3 section 4.7.2)
        boolean bigEndian = octets.has(tiff, "MM");
        long directory = tiff + number(octets, tiff + (bigEndian ? 6 : 4), bigEndian);
        long entries = number(octets, directory, bigEndian);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (number(octets, entry, bigEndian) == TAG) {
                int orientation = number(octets, entry + 8, bigEndian);
                return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    static boolean isTurned(int orientation) {
        return orientation >= 5;
    }

    private static int number(Octets octets, long at, boolean bigEndian) {
        return (int) (bigEndian ? octets.big(at, 2) : octets.little(at, 2));
    }
}
