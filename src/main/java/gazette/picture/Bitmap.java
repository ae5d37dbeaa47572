package gazette.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Decoded pixels. Immutable by custom: nobody writes into the array once it is in here.
 *
 * @param pixels row by row, each {@code 0xAARRGGBB}, colours not multiplied by alpha
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Bitmap(int width, int height, int[] pixels) {
    /** As it is shown when it is stored like that; see {@link ExifOrientation}. */
    Bitmap upright(int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return this;
        }
        boolean isTurned = ExifOrientation.isTurned(orientation);
        int w = isTurned ? height : width;
        int h = isTurned ? width : height;
        int[] shown = new int[pixels.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                shown[y * w + x] = pixels[stored(orientation, x, y, w, h)];
            }
        }
        return new Bitmap(w, h, shown);
    }

    /** Where the pixel is stored that is shown at {@code x} and {@code y} of {@code w} by {@code h}. */
    private int stored(int orientation, int x, int y, int w, int h) {
        int right = w - 1 - x;
        int bottom = h - 1 - y;
        return switch (orientation) {
            case 2 -> y * width + right;
            case 3 -> bottom * width + right;
            case 4 -> bottom * width + x;
            case 5 -> x * width + y;
            case 6 -> x * width + bottom;
            case 7 -> right * width + bottom;
            case 8 -> right * width + y;
            default -> y * width + x;
        };
    }

    boolean isOpaque() {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** How many colours it has; {@code most} + 1 when there are more. */
    int colours(int most) {
        Set<Integer> seen = new HashSet<>();
        int last = ~pixels[0];
        for (int pixel : pixels) {
            if (pixel != last && seen.add(pixel) && seen.size() > most) {
                return seen.size();
            }
            last = pixel;
        }
        return seen.size();
    }

    /** The same picture in another size, no side longer than now. */
    Bitmap smaller(int narrower, int lower) {
        Shrinking shrinking = new Shrinking(width, height, narrower, lower);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, row, 0, width);
            shrinking.add(row);
        }
        return shrinking.bitmap();
    }

    /** What the writers of the JDK take; it has the same pixels, not a copy of them. */
    BufferedImage image() {
        int[] masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
        boolean isOpaque = isOpaque();
        ColorModel model =
                isOpaque ? new DirectColorModel(24, masks[0], masks[1], masks[2]) : ColorModel.getRGBdefault();
        WritableRaster raster = Raster.createPackedRaster(
                new DataBufferInt(pixels, pixels.length),
                width,
                height,
                width,
                isOpaque ? Arrays.copyOf(masks, 3) : masks,
                null);
        return new BufferedImage(model, raster, false, null);
    }
}
