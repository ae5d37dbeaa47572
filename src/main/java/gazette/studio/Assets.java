package gazette.studio;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The studio's style sheet, scripts and signs. Each has its content's checksum in its address, so that a browser keeps it
 * for as long as it is the same.
 */
final class Assets implements StudioPages {
    private static final List<String> NAMES = List.of("studio.css", "studio.js", "next.js");
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8");

    /** A G in a square: browsers ask for a sign of their own otherwise. */
    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
                    + "%3Crect width='32' height='32' rx='6' fill='%231d4f7c'/%3E%3Ctext x='16' y='24' font-family='Georgia,serif'"
                    + " font-size='24' font-weight='700' fill='white' text-anchor='middle'%3EG%3C/text%3E%3C/svg%3E";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Object> paths = new HashMap<>();

    Assets() {
        paths.put("icon", ICON);
        for (String name : NAMES) {
            String text = text("/gazette/studio/" + name);
            CRC32 checksum = new CRC32();
            checksum.update(text.getBytes(StandardCharsets.UTF_8));
            texts.put(name, text);
            paths.put(name.replace('.', '_'), "/studio/" + name + "?" + Long.toHexString(checksum.getValue()));
        }
    }

    @Override
    public void addTo(StudioRoutes routes) {
        NAMES.forEach(name -> routes.read("/studio/" + name, context -> answer(context, name)));
    }

    /** The address of each, by its name with {@code _} for the dot; that of the {@code icon} holds it. */
    Map<String, Object> paths() {
        return paths;
    }

    private void answer(Context context, String name) {
        context.header("Cache-Control", "private, max-age=31536000, immutable")
                .contentType(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"))
                .result(texts.getOrDefault(name, ""));
    }

    private static String text(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException brokenJar) {
            throw new UncheckedIOException(name + " cannot be read", brokenJar);
        }
    }
}
