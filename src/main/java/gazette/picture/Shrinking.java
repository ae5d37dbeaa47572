package gazette.picture;

import java.util.Arrays;

/**
 * Makes a picture smaller while its rows come in, so that it is never in memory as a whole. Each new pixel is the mean of
 * all that it stands for, by the area that each has in it; what is transparent adds no colour. For one picture.
 */
final class Shrinking {
    private final int width;
    private final int height;
    private final double across;
    private final double down;
    private final int[] pixels;
    /** Four sums for each pixel of a row: alpha, red, green and blue, colours multiplied by alpha. */
    private final float[] squeezed;

    private float[] current;
    private float[] following;
    private int rows;
    private int made;

    /**
     * @param toWidth at most {@code fromWidth}
     * @param toHeight at most {@code fromHeight}
     */
    Shrinking(int fromWidth, int fromHeight, int toWidth, int toHeight) {
        this.width = toWidth;
        this.height = toHeight;
        this.across = (double) toWidth / fromWidth;
        this.down = (double) toHeight / fromHeight;
        this.pixels = new int[toWidth * toHeight];
        this.squeezed = new float[4 * toWidth];
        this.current = new float[4 * toWidth];
        this.following = new float[4 * toWidth];
    }

    /** Takes the next row, each pixel {@code 0xAARRGGBB}. */
    void add(int[] row) {
        squeeze(row);
        double top = rows * down;
        double bottom = ++rows * down;
        double border = made + 1;
        if (bottom < border) {
            add(current, bottom - top);
            return;
        }
        add(current, border - top);
        add(following, bottom - border);
        finish();
    }

    private void squeeze(int[] row) {
        Arrays.fill(squeezed, 0);
        for (int x = 0; x < row.length; x++) {
            double left = x * across;
            double right = (x + 1) * across;
            int cell = Math.min((int) left, width - 1);
            double border = cell + 1;
            if (right <= border) {
                put(cell, row[x], (float) (right - left));
            } else {
                put(cell, row[x], (float) (border - left));
                put(Math.min(cell + 1, width - 1), row[x], (float) (right - border));
            }
        }
    }

    private void put(int cell, int pixel, float share) {
        float alpha = (pixel >>> 24) * share;
        float coverage = alpha / 255;
        squeezed[4 * cell] += alpha;
        squeezed[4 * cell + 1] += (pixel >> 16 & 0xFF) * coverage;
        squeezed[4 * cell + 2] += (pixel >> 8 & 0xFF) * coverage;
        squeezed[4 * cell + 3] += (pixel & 0xFF) * coverage;
    }

    private void add(float[] sums, double share) {
        float weight = (float) share;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += squeezed[i] * weight;
        }
    }

    private void finish() {
        if (made < height) {
            for (int x = 0; x < width; x++) {
                pixels[made * width + x] = pixel(current, 4 * x);
            }
        }
        made++;
        float[] free = current;
        current = following;
        following = free;
        Arrays.fill(following, 0);
    }

    private static int pixel(float[] sums, int at) {
        int alpha = Math.min(255, Math.round(sums[at]));
        if (alpha == 0) {
            return 0;
        }
        float whole = 255 / sums[at];
        return alpha << 24
                | level(sums[at + 1] * whole) << 16
                | level(sums[at + 2] * whole) << 8
                | level(sums[at + 3] * whole);
    }

    private static int level(float level) {
        return Math.min(255, Math.round(level));
    }

    /** The picture, once all rows are in. */
    Bitmap bitmap() {
        if (made < height) { // the last border was missed by a rounding
            finish();
        }
        return new Bitmap(width, height, pixels);
    }
}
