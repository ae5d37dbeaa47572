package gazette.text;

/** How a camera was held, as its JPEG says: a picture taken upright is stored lying, and shown turned. */
final class ExifOrientation {
    private static final int TAG = 0x0112;
    /** "Exif" and two zeros stand before the TIFF header that all offsets count from (Exif 2.3 section 4.7.2). */
    private static final int EXIF = 0x45786966;

    private ExifOrientation() {}

    /** Whether width and height change places; {@code at} is where the data of an APP1 segment begins. */
    static boolean isTurned(byte[] octets, int at) {
        if (PictureHeader.big(octets, at, 4) != EXIF) {
            return false;
        }
        int tiff = at + 6;
        boolean bigEndian = PictureHeader.big(octets, tiff, 2) == 0x4D4D;
        int directory = tiff + number(octets, tiff + (bigEndian ? 6 : 4), bigEndian);
        int entries = number(octets, directory, bigEndian);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (number(octets, entry, bigEndian) == TAG) {
                return number(octets, entry + 8, bigEndian) >= 5; // 5 to 8 are turned by a quarter
            }
        }
        return false;
    }

    private static int number(byte[] octets, int at, boolean bigEndian) {
        return bigEndian ? PictureHeader.big(octets, at, 2) : PictureHeader.little(octets, at);
    }
}
