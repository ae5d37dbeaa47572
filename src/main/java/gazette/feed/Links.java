package gazette.feed;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The link elements of Atom, wherever they stand (RFC 4287 section 4.2.7). */
final class Links {
    private Links() {}

    /** The page that an element of these names leads to: web pages before other types, its own language before others. */
    static Optional<URI> page(Parts parts, String... names) {
        return of(parts, "alternate", names)
                .min(Comparator.comparingInt(link -> rank(link, parts.place())))
                .flatMap(link -> address(link, parts.place()));
    }

    /** The links of this relation, in order. */
    static Stream<Element> of(Parts parts, String relation, String... names) {
        return parts.all(names)
                .filter(link -> relation(link).equals(relation))
                .filter(link -> address(link, parts.place()).isPresent());
    }

    /** Where a link leads: its {@code href}, or the text of one that has none. */
    static Optional<URI> address(Element link, Place around) {
        String written = link.attribute("href").orElseGet(link::text);
        return Reference.of(written, around.within(link).base());
    }

    private static String relation(Element link) {
        String written = link.attribute("rel").orElse("alternate").strip().toLowerCase(Locale.ROOT);
        String bare = written.replaceFirst("^https?://www\\.iana\\.org/assignments/relation/", "");
        return bare.isEmpty() ? "alternate" : bare;
    }

    private static int rank(Element link, Place place) {
        String type = link.attribute("type").orElse("text/html").strip().toLowerCase(Locale.ROOT);
        boolean isPage = List.of("text/html", "application/xhtml+xml", "").contains(type);
        Optional<Locale> language = link.attribute("hreflang").flatMap(Language::of);
        boolean isOther = language.isPresent()
                && place.language().isPresent()
                && !language.get().getLanguage().equals(place.language().get().getLanguage());
        return (isPage ? 0 : 2) + (isOther ? 1 : 0);
    }
}
