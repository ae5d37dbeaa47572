package gazette.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.function.Consumer;

/**
 * The rows of a decoded strip as {@code 0xAARRGGBB} in sRGB, whatever the JDK decoded it to. Nothing is drawn: that would
 * load the fonts of the system, which servers often have none of.
 */
interface Rows {
    /** Gives each row once; the array is used again for the next. */
    void forEach(Consumer<int[]> taker);

    static Rows of(BufferedImage strip) {
        ColorModel colours = strip.getColorModel();
        if (colours instanceof IndexColorModel) {
            return taker -> indexed(strip, taker);
        }
        boolean isGrey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return isGrey || colours.getColorSpace().isCS_sRGB()
                ? taker -> sampled(strip.getRaster(), taker)
                : taker -> sampled(converted(strip).getRaster(), taker);
    }

    private static BufferedImage converted(BufferedImage strip) {
        BufferedImage screen = new BufferedImage(strip.getWidth(), strip.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(strip, screen);
    }

    private static void indexed(BufferedImage strip, Consumer<int[]> taker) {
        int[] row = new int[strip.getWidth()];
        for (int y = 0; y < strip.getHeight(); y++) {
            taker.accept(strip.getRGB(0, y, row.length, 1, row, 0, row.length));
        }
    }

    /** One sample is a grey and three are a colour, each with alpha behind it or without. */
    private static void sampled(Raster raster, Consumer<int[]> taker) {
        int bands = raster.getNumBands();
        int colours = bands < 3 ? 1 : 3;
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int[] samples = new int[bands * raster.getWidth()];
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, row.length, 1, samples);
            for (int x = 0; x < row.length; x++) {
                int at = bands * x;
                int alpha = bands > colours ? samples[at + colours] * 255 / most : 255;
                row[x] = alpha << 24
                        | (samples[at] * 255 / most) << 16
                        | (samples[at + colours / 2] * 255 / most) << 8
                        | (samples[at + colours - 1] * 255 / most);
            }
            taker.accept(row);
        }
    }

    /**
     * The inks of a CMYK picture, laid on white paper as they are: what a profile would say of them is not heard.
     *
     * @param transform see {@link JpegHeader}; with any, the inks are written the other way round, as Adobe began to
     */
    static Rows ofInks(Raster inks, int transform) {
        return taker -> {
            int[] samples = new int[4 * inks.getWidth()];
            int[] row = new int[inks.getWidth()];
            for (int y = 0; y < inks.getHeight(); y++) {
                inks.getPixels(inks.getMinX(), inks.getMinY() + y, row.length, 1, samples);
                for (int x = 0; x < row.length; x++) {
                    row[x] = Inks.toScreen(samples, 4 * x, transform);
                }
                taker.accept(row);
            }
        };
    }
}
