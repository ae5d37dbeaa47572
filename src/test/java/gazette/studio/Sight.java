package gazette.studio;

import java.util.List;
import java.util.Map;

/** How a page is looked at: on which screen, by whose browser. */
record Sight(int width, String scheme, String language) {
    static final Sight USUAL = new Sight(1280, "light", "fr");

    /** Each pair of screen, light and language at least once: four that tell as much as all eight. */
    static final List<Sight> PAIRS =
            List.of(USUAL, of(1280, "dark", "en"), of(390, "light", "en"), of(390, "dark", "fr"));

    private static final int HEIGHT = 900;

    static Sight of(int width, String scheme, String language) {
        return new Sight(width, scheme, language);
    }

    Map<String, Object> screen() {
        return Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", width < 500);
    }

    Map<String, Object> media() {
        return Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
    }

    Map<String, Object> headers() {
        return Map.of("headers", Map.of("Accept-Language", language));
    }

    @Override
    public String toString() {
        return width + " " + scheme + " " + language;
    }
}
