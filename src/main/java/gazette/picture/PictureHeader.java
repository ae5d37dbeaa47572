package gazette.picture;

import java.util.Optional;

/**
 * What the first octets of a picture file say. The picture itself is never decoded: a small file can unfold into more
 * pixels than there is memory.
 *
 * @param width in pixels, as it is shown; at least 1
 * @param height in pixels, as it is shown; at least 1
 * @param isWhole whether its end is there too, as far as its kind marks one
 */
record PictureHeader(Kind kind, int width, int height, boolean isWhole) {
    private static final String PNG = "\u0089PNG\r\n\u001A\n";

    /** Reads the header; empty for anything but a picture. */
    static Optional<PictureHeader> read(byte[] file) {
        Octets octets = new Octets(file);
        if (octets.has(0, PNG)) {
            return png(octets);
        }
        if (octets.has(0, "GIF87a") || octets.has(0, "GIF89a")) {
            return of(Kind.GIF, octets.little(6, 2), octets.little(8, 2), true);
        }
        if (octets.has(0, "\u00FF\u00D8\u00FF")) {
            return JpegHeader.read(octets)
                    .flatMap(jpeg -> of(Kind.JPEG, jpeg.width(), jpeg.height(), octets.endsWith("\u00FF\u00D9")));
        }
        if (octets.has(0, "RIFF") && octets.has(8, "WEBP")) {
            return WebpHeader.read(octets);
        }
        return octets.has(4, "ftyp") ? BoxHeader.read(octets) : SvgHeader.read(file);
    }

    /** IHDR is the first chunk; its width and height follow length and type (PNG section 11.2.2). */
    private static Optional<PictureHeader> png(Octets octets) {
        return octets.has(12, "IHDR")
                ? of(Kind.PNG, octets.big(16, 4), octets.big(20, 4), octets.endsWith("IEND"))
                : Optional.empty();
    }

    /** The header, if a picture can have these sides. */
    static Optional<PictureHeader> of(Kind kind, long width, long height, boolean isWhole) {
        boolean isPossible = width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
        return isPossible ? Optional.of(new PictureHeader(kind, (int) width, (int) height, isWhole)) : Optional.empty();
    }

    /** How many pixels it unfolds into. */
    long pixels() {
        return (long) width * height;
    }
}
