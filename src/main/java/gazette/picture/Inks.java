package gazette.picture;

/** Colours of print on a screen. */
final class Inks {
    private Inks() {}

    /** The pixel of four samples: as much light as each ink lets through. */
    static int toScreen(int[] samples, int at, int transform) {
        int black = light(samples[at + 3], transform);
        int first = samples[at];
        int second = samples[at + 1];
        int third = samples[at + 2];
        if (transform == 2) { // YCCK: the first three are what YCbCr is to RGB (ITU T.871 section 7)
            double blue = second - 128;
            double red = third - 128;
            third = clamp(first + 1.772 * blue);
            second = clamp(first - 0.344136 * blue - 0.714136 * red);
            first = clamp(first + 1.402 * red);
        }
        return 0xFF << 24
                | (light(first, transform) * black / 255) << 16
                | (light(second, transform) * black / 255) << 8
                | light(third, transform) * black / 255;
    }

    private static int light(int sample, int transform) {
        return transform < 0 ? 255 - sample : sample;
    }

    private static int clamp(double sample) {
        return (int) Math.max(0, Math.min(255, Math.round(sample)));
    }
}
