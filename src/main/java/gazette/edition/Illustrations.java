package gazette.edition;

import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.Picture;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the pictures of an edition: fetched, measured, scaled down, or left out. Frozen with the edition.
 *
 * @param shown by {@link #key}; a picture that is not here is shown as it was written
 */
public record Illustrations(Map<String, Shown> shown) {
    /** Every picture as it was written. */
    public static final Illustrations AS_WRITTEN = new Illustrations(Map.of());

    /**
     * One picture as it is shown.
     *
     * @param picture empty when it is left out
     * @param problem why it is left out, or what is odd about it; empty when all is well
     */
    public record Shown(Optional<Picture> picture, String problem) {
        /** Whether there is nothing to tell of {@code written}, which is shown as it is. */
        public boolean isAsWritten(Picture written) {
            return problem.isEmpty() && picture.filter(written::equals).isPresent();
        }
    }

    public Illustrations {
        shown = Map.copyOf(shown);
    }

    /** What a written picture is known by: its octets' digest, or its address. */
    public static String key(Picture written) {
        return written instanceof EmbeddedPicture embedded
                ? embedded.digest()
                : ((LinkedPicture) written).address().toString();
    }

    /** The picture that readers see instead of {@code written}; empty when it is left out. Its alt text is that of the written one. */
    public Optional<Picture> of(Picture written) {
        Shown known = shown.get(key(written));
        if (known == null) {
            return Optional.of(written);
        }
        return known.picture().map(picture -> withAlt(picture, written.alt()));
    }

    private static Picture withAlt(Picture picture, String alt) {
        if (picture instanceof EmbeddedPicture embedded) {
            return embedded.alt().equals(alt)
                    ? embedded
                    : new EmbeddedPicture(
                            embedded.mediaType(), embedded.width(), embedded.height(), alt, embedded.octets());
        }
        LinkedPicture linked = (LinkedPicture) picture;
        return new LinkedPicture(linked.address(), alt, linked.size());
    }
}
