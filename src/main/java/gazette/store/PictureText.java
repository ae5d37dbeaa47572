package gazette.store;

import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.Picture;
import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A picture inside a body as JSON: {@code {"src", "alt", "width", "height"}} of one on the web, the last two left out
 * when nobody knows them; of one that goes inside the message {@code "digest"} and {@code "type"} instead of
 * {@code "src"}, with its octets in the table {@code picture}.
 */
final class PictureText {
    private PictureText() {}

    static Map<String, Object> json(Picture picture) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (picture instanceof EmbeddedPicture embedded) {
            json.put("digest", embedded.digest());
            json.put("type", embedded.mediaType());
            json.put("width", embedded.width());
            json.put("height", embedded.height());
        } else if (picture instanceof LinkedPicture linked) {
            json.put("src", linked.address().toString());
            linked.size().ifPresent(size -> {
                json.put("width", size.width());
                json.put("height", size.height());
            });
        }
        json.put("alt", picture.alt());
        return json;
    }

    static Picture read(Session session, Object json) throws SQLException {
        Map<?, ?> parts = (Map<?, ?>) json;
        String alt = String.valueOf(parts.get("alt"));
        if (parts.containsKey("src")) {
            return new LinkedPicture(URI.create(String.valueOf(parts.get("src"))), alt, size(parts));
        }
        String digest = String.valueOf(parts.get("digest"));
        byte[] octets = Pictures.octets(session, digest);
        LinkedPicture.Size size = size(parts).orElseThrow();
        return new EmbeddedPicture(String.valueOf(parts.get("type")), size.width(), size.height(), alt, octets);
    }

    private static Optional<LinkedPicture.Size> size(Map<?, ?> parts) {
        return parts.get("width") instanceof Integer width && parts.get("height") instanceof Integer height
                ? Optional.of(new LinkedPicture.Size(width, height))
                : Optional.empty();
    }
}
