package gazette.article;

import java.util.Optional;

/** What a store finds of a source's articles when it is asked for one (port of {@link Acquaintance}). */
public interface Recollection {
    /** The one with this origin, or that also came by this name. */
    Optional<Remembered> named(Origin origin);

    /** The one whose name is a web address with this {@link WebAddress#key}. */
    Optional<Remembered> spelled(String source, String key);

    /** The one with a web address of this {@link WebAddress#key}; empty when several have it. */
    Optional<Remembered> at(String source, String key);

    /** One that says or once said exactly this. */
    Optional<Remembered> worded(String source, String fingerprint);
}
