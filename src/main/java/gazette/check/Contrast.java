package gazette.check;

/**
 * A text and the ground that it stands on.
 *
 * @param words the text's beginning
 * @param ratio from 1 to 21: WCAG 2.2, contrast ratio
 * @param isLarge whether 3 is enough for it, where others need 4.5: WCAG 2.2, criterion 1.4.3
 */
public record Contrast(Appearance appearance, String words, Colour ink, Colour ground, double ratio, boolean isLarge) {
    private static final double LARGE = 3;
    private static final double USUAL = 4.5;

    /** The least ratio that will do. */
    public double least() {
        return isLarge ? LARGE : USUAL;
    }

    public boolean passes() {
        return ratio >= least();
    }

    /** The ink nearest to its own that passes: of the same hue, lighter or darker. Black or white where none would. */
    public Colour remedy() {
        for (int step = 1; step <= 100; step++) {
            Colour darker = ink.withLightness(Math.max(0, ink.lightness() - step / 100.0));
            Colour lighter = ink.withLightness(Math.min(1, ink.lightness() + step / 100.0));
            boolean groundIsLight = ground.luminance() > ink.luminance();
            Colour away = groundIsLight ? darker : lighter;
            Colour across = groundIsLight ? lighter : darker;
            if (away.contrast(ground) >= least()) {
                return away;
            }
            if (across.contrast(ground) >= least()) {
                return across;
            }
        }
        return ground.contrast(Colour.BLACK) > ground.contrast(Colour.WHITE) ? Colour.BLACK : Colour.WHITE;
    }
}
