package gazette.render;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a template sees of the language that something is written in. */
final class LanguageModel {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "iw", "ur");

    private LanguageModel() {}

    /** {@code language}, its tag, and {@code direction}, {@code ltr} or {@code rtl}. */
    static Map<String, Object> map(Locale written) {
        String direction = RIGHT_TO_LEFT.contains(written.getLanguage()) ? "rtl" : "ltr";
        return Map.of("language", written.toLanguageTag(), "direction", direction);
    }

    /** The same, and {@code foreign}: whether the words {@code around} it are in another language. */
    static Map<String, Object> map(Locale written, Locale around) {
        Map<String, Object> map = new LinkedHashMap<>(map(written));
        map.put("foreign", !written.getLanguage().equals(around.getLanguage()));
        return map;
    }
}
