package gazette.render;

import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.Picture;
import gazette.edition.Illustrations;
import gazette.edition.Inline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a template sees of the pictures of an edition, as they were made ready for it. For one rendering. */
final class PictureModel {
    private final Illustrations illustrations;
    private final String domain;
    private final Map<String, Inline> inlines = new LinkedHashMap<>();

    /** @param domain of the newsletter's From address */
    PictureModel(Illustrations illustrations, String domain) {
        this.illustrations = illustrations;
        this.domain = domain;
    }

    /**
     * {@code written} as it is shown; empty for one that was left out, or whose address leads elsewhere than to the web.
     *
     * @param alt what stands for it where it is not shown
     */
    Optional<Map<String, Object>> map(Picture written, String alt) {
        return illustrations.of(written).flatMap(this::source).map(source -> {
            source.put("alt", alt);
            return source;
        });
    }

    /** Those seen by the template that {@code html} shows, each once. */
    List<Inline> inlines(String html) {
        return inlines.values().stream()
                .filter(inline -> html.contains("cid:" + inline.contentId()))
                .toList();
    }

    private Optional<Map<String, Object>> source(Picture picture) {
        return picture instanceof EmbeddedPicture embedded
                ? Optional.of(embedded(embedded))
                : linked((LinkedPicture) picture);
    }

    private Map<String, Object> embedded(EmbeddedPicture picture) {
        String contentId = contentId(picture);
        inlines.putIfAbsent(contentId, new Inline(contentId, picture));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", "cid:" + contentId);
        map.put("width", picture.width());
        map.put("height", picture.height());
        return map;
    }

    private static Optional<Map<String, Object>> linked(LinkedPicture picture) {
        if (!Links.isOnTheWeb(picture.address())) {
            return Optional.empty();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", picture.address().toASCIIString());
        picture.size().ifPresent(size -> {
            map.put("width", size.width());
            map.put("height", size.height());
        });
        return Optional.of(map);
    }

    /** The same picture has the same one in every edition (RFC 2392 section 2). */
    private String contentId(EmbeddedPicture picture) {
        return picture.digest().substring(0, 24) + "@" + domain;
    }
}
