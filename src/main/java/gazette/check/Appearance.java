package gazette.check;

/** In what light a message is read. */
public enum Appearance {
    /** As it is written. */
    LIGHT("light"),
    /** By its own rules for {@code prefers-color-scheme: dark}. */
    DARK("dark"),
    /**
     * As clients that make a dark page of a light one by themselves: in HSL, a ground lighter than the middle gets the
     * mirrored lightness, but never less than 0.11; a text darker than the middle gets the mirrored
     * one. Hue and saturation stay. Clients differ in the amounts; this is the plainest of their ways.
     */
    INVERTED("inverted");

    /** Clients stop at a dark grey. */
    private static final double DARKEST_GROUND = 0.11;

    private static final double MIDDLE = 0.5;

    private final String words;

    Appearance(String words) {
        this.words = words;
    }

    /** What it is called, the same for ever. */
    public String words() {
        return words;
    }

    /** What it is called in any language. */
    public Sentence sentence() {
        return switch (this) {
            case LIGHT -> Sentence.named("appearance.light", "light");
            case DARK -> Sentence.named("appearance.dark", "dark");
            case INVERTED -> Sentence.named("appearance.inverted", "inverted");
        };
    }

    /** What a client makes of a ground that was written so. */
    Colour ground(Colour written) {
        double lightness = written.lightness();
        return this == INVERTED && lightness > MIDDLE
                ? written.withLightness(Math.max(DARKEST_GROUND, 1 - lightness))
                : written;
    }

    /** What a client makes of a text that was written so. */
    Colour ink(Colour written) {
        double lightness = written.lightness();
        return this == INVERTED && lightness < MIDDLE ? written.withLightness(1 - lightness) : written;
    }

    /** What a client makes of a border that was written so: the mirrored lightness, whatever it was. */
    Colour line(Colour written) {
        return written.lightness() > MIDDLE ? ground(written) : ink(written);
    }
}
