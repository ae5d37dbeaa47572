package gazette.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Elements of a document written down as HTML. */
final class Html {
    /** Attributes that hold an address. */
    private static final Set<String> LINKS = Set.of("href", "src", "cite", "poster", "longdesc", "data", "action");

    private static final Set<String> VOID =
            Set.of("br", "hr", "img", "wbr", "input", "area", "col", "embed", "source", "track", "link", "meta");

    private final StringBuilder html = new StringBuilder();
    private final URI base;

    private Html(URI base) {
        this.base = base;
    }

    /**
     * What is inside {@code element}, as HTML. Links under an {@code xml:base} of their own become absolute; the others
     * stay relative to {@code place}.
     *
     * @param place the one inside {@code element}
     */
    static String inside(Element element, Place place) {
        Html html = new Html(place.base());
        html.content(element, place, element.content().stream().noneMatch(Html::isMarkup));
        return html.html.toString();
    }

    /** Text of feeds that write half of their markup as elements and the rest escaped. */
    private static boolean isMarkup(Object part) {
        return part instanceof String text && Wording.isMarkup(text);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void content(Element element, Place place, boolean escaped) {
        for (Object part : element.content()) {
            if (part instanceof Element child) {
                element(child, place.within(child));
            } else {
                html.append(escaped ? escape(part.toString()) : part.toString());
            }
        }
    }

    private void element(Element element, Place place) {
        String name = element.name().toLowerCase(Locale.ROOT);
        html.append('<').append(name);
        element.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().matches("[A-Za-z][A-Za-z0-9-]*"))
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(attribute -> attribute(attribute.getKey(), attribute.getValue(), place));
        html.append('>');
        if (!VOID.contains(name)) {
            content(element, place, true);
            html.append("</").append(name).append('>');
        }
    }

    private void attribute(String name, String value, Place place) {
        boolean moved =
                LINKS.contains(name.toLowerCase(Locale.ROOT)) && !place.base().equals(base);
        Optional<URI> absolute = moved ? Reference.of(value, place.base()) : Optional.empty();
        String written = absolute.map(URI::toString).orElse(value);
        html.append(' ')
                .append(name)
                .append("=\"")
                .append(escape(written).replace("\"", "&quot;"))
                .append('"');
    }
}
