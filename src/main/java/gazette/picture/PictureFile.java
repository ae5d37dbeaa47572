package gazette.picture;

import gazette.article.EmbeddedPicture;
import gazette.picture.PictureFile.Reading.Read;
import gazette.picture.PictureFile.Reading.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture file that a text or the settings name. It must lie in the folder of what names it or below, and inside a
 * root.
 *
 * @param path where it is, links followed
 */
public record PictureFile(Path path) {
    /** Far more than a mail can carry, and no burden to hold in memory. */
    private static final int MOST_OCTETS = 10_000_000;
    /** In pixels a side: a mail is 600 wide, and a screen four times as sharp at most. */
    private static final int LONGEST_SIDE = 10_000;

    /** A picture, or why there is none. */
    public sealed interface Reading {
        record Read(EmbeddedPicture picture) implements Reading {}

        /**
         * The file is none that can be shown.
         *
         * @param why the rule, and the remedy; without the file's name
         */
        record Refused(String why) implements Reading {}
    }

    /**
     * Where the file of that name is; empty when there is none that may be read: {@link #notFound} says why.
     *
     * @param root the folder that nothing may lie outside of, links followed
     * @param folder what {@code name} is relative to
     * @param name with {@code /}
     */
    public static Optional<PictureFile> locate(Path root, Path folder, String name) {
        try {
            Path real = folder.normalize().resolve(name).toRealPath();
            boolean inside = real.startsWith(root) && !Path.of(name).isAbsolute() && !leaves(name);
            return inside && Files.isRegularFile(real) ? Optional.of(new PictureFile(real)) : Optional.empty();
        } catch (IOException | InvalidPathException notThere) {
            return Optional.empty();
        }
    }

    /** Why no file of that name may be read, and what to do; without the name. */
    public static String notFound(String name) {
        if (name.contains("://")) {
            return "pictures come from files: put it beside the text and name the file";
        }
        return leaves(name) || name.startsWith("/")
                ? "a picture lies beside its text or in a folder below: put it there, and name it without ../"
                : "there is no such file beside the text: put it there, or correct the name";
    }

    /**
     * Reads the file. Its octets are kept as they are: an {@link Illustrator} makes them fit for mail.
     *
     * @param alt what stands for the picture where it is not shown; may be empty
     */
    public Reading read(String alt) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] octets = in.readNBytes(MOST_OCTETS + 1);
            if (octets.length > MOST_OCTETS) {
                return new Refused("a picture has 10 MB at most: make it smaller");
            }
            return PictureHeader.read(octets)
                    .filter(header -> header.kind().isForMail() && header.isWhole())
                    .map(header -> read(header, alt, octets))
                    .orElseGet(() -> new Refused("this is no whole JPEG, PNG or GIF: save it again as one"));
        } catch (IOException unreadable) {
            return new Refused("it cannot be read (" + unreadable.getMessage() + "): check its permissions");
        }
    }

    private static Reading read(PictureHeader header, String alt, byte[] octets) {
        return Math.max(header.width(), header.height()) > LONGEST_SIDE
                ? new Refused("a picture has " + LONGEST_SIDE + " pixels a side at most: make it smaller")
                : new Read(
                        new EmbeddedPicture(header.kind().mediaType(), header.width(), header.height(), alt, octets));
    }

    private static boolean leaves(String name) {
        return name.matches("(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?");
    }
}
