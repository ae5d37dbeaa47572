package gazette.text;

import gazette.article.EmbeddedPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The picture file that a text names, which must lie in the text's own folder or below, and inside the source.
 *
 * @param path where it is, links followed
 */
record PictureFile(Path path) {
    /** In pixels a side: a mail is 600 wide, and a screen four times as sharp at most. */
    private static final int LONGEST_SIDE = 10_000;

    /** A picture, or why there is none. */
    sealed interface Finding {
        record Found(EmbeddedPicture picture) implements Finding {}

        /** {@code why} names value, rule and remedy. */
        record Missing(String why) implements Finding {}
    }

    /**
     * Where the file of that name is; empty when there is none that may be read.
     *
     * @param root the source's folder, links followed
     * @param text the text file, links followed
     */
    static Optional<PictureFile> locate(Path root, Path text, String name) {
        try {
            Path folder = text.resolveSibling("").normalize();
            Path real = folder.resolve(name).toRealPath();
            boolean inside = real.startsWith(root) && !Path.of(name).isAbsolute() && !leaves(name);
            return inside && Files.isRegularFile(real) ? Optional.of(new PictureFile(real)) : Optional.empty();
        } catch (IOException | InvalidPathException notThere) {
            return Optional.empty();
        }
    }

    static Finding.Missing notFound(String name) {
        if (name.contains("://")) {
            return missing(name, "pictures come from files: put it beside the text and name the file");
        }
        return leaves(name) || name.startsWith("/")
                ? missing(
                        name,
                        "a picture lies beside its text or in a folder below: put it there, and name it without ../")
                : missing(name, "there is no such file beside the text: put it there, or correct the name");
    }

    static Finding.Missing tooMany(String name, int most) {
        return missing(name, "a text shows " + most + " files at most: take some out");
    }

    Finding read(PictureName wanted) {
        try {
            byte[] octets = TextFile.octets(path);
            if (octets.length > TextFile.MOST_OCTETS) {
                return missing(wanted.file(), "a picture has 10 MB at most: make it smaller");
            }
            return PictureHeader.read(octets)
                    .map(header -> picture(header, wanted, octets))
                    .orElseGet(() -> missing(wanted.file(), "this is no whole JPEG, PNG or GIF: save it again as one"));
        } catch (IOException unreadable) {
            return missing(wanted.file(), "it cannot be read (" + unreadable.getMessage() + "): check its permissions");
        }
    }

    private static Finding picture(PictureHeader header, PictureName wanted, byte[] octets) {
        if (Math.max(header.width(), header.height()) > LONGEST_SIDE) {
            return missing(wanted.file(), "a picture has " + LONGEST_SIDE + " pixels a side at most: make it smaller");
        }
        return new Finding.Found(
                new EmbeddedPicture(header.mediaType(), header.width(), header.height(), wanted.alt(), octets));
    }

    private static Finding.Missing missing(String name, String why) {
        return new Finding.Missing("image is '" + name + "': " + why + "; the article goes without it");
    }

    private static boolean leaves(String name) {
        return name.matches("(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?");
    }
}
