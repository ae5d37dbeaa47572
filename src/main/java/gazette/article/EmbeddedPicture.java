package gazette.article;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A picture that goes out inside the message: its octets, size and words. Immutable. */
public final class EmbeddedPicture implements Picture {
    private final String mediaType;
    private final int width;
    private final int height;
    private final String alt;
    private final byte[] octets;

    /** Made when first asked for, by whichever thread. */
    private @Nullable String digest;

    /**
     * @param mediaType {@code image/jpeg}, {@code image/png} or {@code image/gif}: what every mail program shows
     * @param width in pixels
     * @param height in pixels
     * @param alt what stands for the picture where it is not shown; empty when it adds nothing to the text
     */
    public EmbeddedPicture(String mediaType, int width, int height, String alt, byte[] octets) {
        this.mediaType = mediaType;
        this.width = width;
        this.height = height;
        this.alt = alt;
        this.octets = octets.clone();
    }

    public String mediaType() {
        return mediaType;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    @Override
    public String alt() {
        return alt;
    }

    /** A copy of the file's octets. */
    public byte[] octets() {
        return octets.clone();
    }

    /** The SHA-256 of the octets, in hexadecimal: two pictures with the same one are stored once. */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = sha256(octets);
            digest = known;
        }
        return known;
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddedPicture that
                && mediaType.equals(that.mediaType)
                && width == that.width
                && height == that.height
                && alt.equals(that.alt)
                && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return mediaType + " " + width + "×" + height + ", " + octets.length + " octets";
    }
}
