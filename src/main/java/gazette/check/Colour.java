package gazette.check;

import java.util.Locale;

/**
 * A colour of a screen (sRGB).
 *
 * @param red from 0 to 255, as are {@code green} and {@code blue}
 * @param alpha from 0 (nothing is seen of it) to 1
 */
public record Colour(int red, int green, int blue, double alpha) {
    static final Colour BLACK = new Colour(0, 0, 0, 1);
    static final Colour WHITE = new Colour(255, 255, 255, 1);

    /** Below it the curve of sRGB is straight: WCAG 2.2, relative luminance. */
    private static final double STRAIGHT = 0.04045;

    public Colour {
        if (Math.min(red, Math.min(green, blue)) < 0 || Math.max(red, Math.max(green, blue)) > 255) {
            throw new IllegalArgumentException("a colour of " + red + ", " + green + ", " + blue + ": give 0 to 255");
        }
        if (alpha < 0 || alpha > 1) {
            throw new IllegalArgumentException("alpha is " + alpha + ": give 0 to 1");
        }
    }

    /**
     * The colour of this hue, saturation and lightness.
     *
     * @param hue in degrees
     * @param saturation from 0 to 1, as is {@code lightness}
     */
    static Colour ofHsl(double hue, double saturation, double lightness, double alpha) {
        double reach = saturation * Math.min(lightness, 1 - lightness);
        return new Colour(
                channel(0, hue, lightness, reach),
                channel(8, hue, lightness, reach),
                channel(4, hue, lightness, reach),
                alpha);
    }

    private static int channel(int offset, double hue, double lightness, double reach) {
        double k = ((offset + hue / 30) % 12 + 12) % 12;
        double value = lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }

    /** Of a hundred parts of light, how many it gives, as a share: WCAG 2.2, relative luminance. */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= STRAIGHT ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** How well one is told from the other, from 1 to 21: WCAG 2.2, contrast ratio. Both must be opaque. */
    double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** What is seen when it lies on {@code ground}. */
    Colour over(Colour ground) {
        return new Colour(mixed(red, ground.red), mixed(green, ground.green), mixed(blue, ground.blue), 1);
    }

    private int mixed(int above, int below) {
        return (int) Math.round(above * alpha + below * (1 - alpha));
    }

    /** From 0 (black) to 1 (white), as HSL has it. */
    double lightness() {
        return (max() + min()) / 510.0;
    }

    /** The same hue and saturation with another lightness, from 0 to 1. */
    Colour withLightness(double lightness) {
        return ofHsl(hue(), saturation(), lightness, alpha);
    }

    private int max() {
        return Math.max(red, Math.max(green, blue));
    }

    private int min() {
        return Math.min(red, Math.min(green, blue));
    }

    private double saturation() {
        double span = (max() - min()) / 255.0;
        double room = 1 - Math.abs(2 * lightness() - 1);
        return span == 0 || room == 0 ? 0 : Math.min(1, span / room);
    }

    private double hue() {
        double span = max() - min();
        if (span == 0) {
            return 0;
        }
        if (max() == red) {
            return 60 * (((green - blue) / span) % 6);
        }
        return max() == green ? 60 * ((blue - red) / span + 2) : 60 * ((red - green) / span + 4);
    }

    /** As a style sheet has it. */
    String css() {
        return alpha == 1 ? toString() : String.format(Locale.ROOT, "rgba(%d,%d,%d,%.3f)", red, green, blue, alpha);
    }

    /** {@code #rrggbb} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
