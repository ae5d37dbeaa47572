package gazette.picture;

/** The pictures that a GIF shows one after the other (GIF89a section 18 and on). */
final class GifFrames {
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;

    private GifFrames() {}

    /** Whether there is more than one. */
    static boolean isAnimated(byte[] gif) {
        Octets octets = new Octets(gif);
        int frames = 0;
        long at = 13L + colours(octets.at(10));
        while (frames < 2 && (octets.at(at) == IMAGE || octets.at(at) == EXTENSION)) {
            boolean isFrame = octets.at(at) == IMAGE;
            frames += isFrame ? 1 : 0;
            at = pastData(octets, isFrame ? at + 11 + colours(octets.at(at + 9)) : at + 2);
        }
        return frames > 1;
    }

    /** The length of a table of colours, by the flags before it. */
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
    }

    private static long pastData(Octets octets, long from) {
        long at = from;
        while (octets.at(at) != 0) {
            at += octets.at(at) + 1;
        }
        return at + 1;
    }
}
