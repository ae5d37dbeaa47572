package gazette.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What an element inherits from those around it.
 *
 * @param base what its links are relative to
 * @param language what it is written in, if that is said
 */
record Place(URI base, Optional<Locale> language) {
    /** The place inside {@code element}: its {@code xml:base} and {@code xml:lang} count from here. */
    Place within(Element element) {
        Optional<URI> own = element.attribute("xml:base").flatMap(written -> Reference.of(written, base));
        Optional<String> tongue = element.attribute("xml:lang");
        return new Place(own.orElse(base), tongue.isPresent() ? Language.of(tongue.get()) : language);
    }

    Place with(Optional<URI> otherBase, Optional<Locale> otherLanguage) {
        return new Place(otherBase.orElse(base), otherLanguage.or(() -> language));
    }
}
