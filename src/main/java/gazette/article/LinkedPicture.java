package gazette.article;

import java.net.URI;
import java.util.Optional;

/**
 * A picture that stays on the web.
 *
 * @param address absolute, http or https
 * @param size as the source says, which may be wrong; empty when it does not say
 */
public record LinkedPicture(URI address, String alt, Optional<Size> size) implements Picture {
    /** In pixels, both at least 1. */
    public record Size(int width, int height) {
        public Size {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("a picture of " + width + "×" + height + " pixels");
            }
        }
    }
}
