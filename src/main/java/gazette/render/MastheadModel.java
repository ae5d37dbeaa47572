package gazette.render;

import gazette.article.Picture;
import gazette.edition.Masthead;
import gazette.edition.Style.FooterLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a template sees of the newsletter itself, in its own words. For one rendering. */
final class MastheadModel {
    private final Masthead masthead;
    private final PictureModel pictures;

    MastheadModel(Masthead masthead, PictureModel pictures) {
        this.masthead = masthead;
        this.pictures = pictures;
    }

    /** {@code newsletter} in a template. */
    Map<String, Object> newsletter() {
        return Map.of(
                "id", masthead.newsletter(),
                "name", own(masthead.name()),
                "address", masthead.from().address().toString(),
                "postalAddress", own(masthead.postalAddress()));
    }

    /** {@code style} in a template: the lines of the foot, and the logo if one can be shown. */
    Map<String, Object> style() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                "footer",
                masthead.style().footer().stream().map(this::footerLine).toList());
        masthead.style().logo().flatMap(this::logo).ifPresent(logo -> map.put("logo", logo));
        return map;
    }

    private Optional<Map<String, Object>> logo(Picture logo) {
        String alt = logo.alt().isBlank() ? masthead.name() : logo.alt();
        return pictures.map(logo, own(alt));
    }

    private Map<String, Object> footerLine(FooterLine line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("words", own(line.words()));
        line.link()
                .filter(Links::leadsSomewhere)
                .ifPresent(link -> map.put("link", Map.of("address", link.toASCIIString())));
        return map;
    }

    private String own(String words) {
        return Clean.set(words, masthead.language());
    }
}
