package gazette.store;

import gazette.edition.Style;
import gazette.edition.Style.FooterLine;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A newsletter's style as JSON: {@code {"colours": {…}, "fonts": {…}, "logo": picture, "footer": [[words, link], …]}},
 * what it says nothing of left out. {@link PictureText} has the logo.
 */
final class StyleText {
    private StyleText() {}

    static String write(Style style) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!style.colours().isEmpty()) {
            json.put("colours", new TreeMap<>(style.colours()));
        }
        if (!style.fonts().isEmpty()) {
            json.put("fonts", new TreeMap<>(style.fonts()));
        }
        style.logo().ifPresent(logo -> json.put("logo", PictureText.json(logo)));
        if (!style.footer().isEmpty()) {
            json.put("footer", style.footer().stream().map(StyleText::json).toList());
        }
        return JsonWriter.write(json);
    }

    private static List<String> json(FooterLine line) {
        List<String> json = new ArrayList<>(List.of(line.words()));
        line.link().ifPresent(link -> json.add(link.toString()));
        return json;
    }

    /** The style of what {@link #write} wrote; the octets of an embedded logo are looked up. */
    static Style read(Session session, String json) throws SQLException {
        Map<?, ?> parts = (Map<?, ?>) JsonReader.read(json);
        Object logo = parts.get("logo");
        Object footer = parts.get("footer");
        return new Style(
                words(parts.get("colours")),
                words(parts.get("fonts")),
                logo == null ? Optional.empty() : Optional.of(PictureText.read(session, logo)),
                footer == null
                        ? List.of()
                        : ((List<?>) footer)
                                .stream()
                                        .map(line -> footerLine((List<?>) line))
                                        .toList());
    }

    private static Map<String, String> words(@Nullable Object json) {
        Map<String, String> words = new HashMap<>();
        if (json instanceof Map<?, ?> entries) {
            entries.forEach((name, value) -> words.put((String) name, (String) value));
        }
        return words;
    }

    private static FooterLine footerLine(List<?> json) {
        return new FooterLine(
                (String) json.get(0),
                json.size() > 1 ? Optional.of(URI.create((String) json.get(1))) : Optional.empty());
    }
}
