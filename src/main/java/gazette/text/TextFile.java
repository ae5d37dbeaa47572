package gazette.text;

import gazette.article.Origin;
import gazette.article.SourceLanguage;
import gazette.text.TextDecoder.Decoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A text file of a folder, with the pictures that it shows.
 *
 * @param root the source's folder, links followed; nothing outside of it is read
 * @param path the text file
 * @param place what problems call it
 */
public record TextFile(Path root, Path path, String place, Origin origin, ZoneId zone, SourceLanguage language) {
    /** Of a text: far more than any newsroom sends, and no burden to hold in memory. */
    static final int MOST_OCTETS = 10_000_000;

    /**
     * Reads the file.
     *
     * @param settled whether nobody is writing a file any more
     * @return empty when the text or a picture of it is not settled
     */
    Optional<TextReading> read(Predicate<Path> settled) {
        try {
            Path real = path.toRealPath();
            if (!real.startsWith(root)) {
                return Optional.of(TextReading.refused(
                        place, "this is a link to a file outside of the folder: put the file itself here"));
            }
            return settled.test(real) ? read(real, octets(real), settled) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.of(TextReading.refused(place, "there is no such file: correct the name, or the link"));
        } catch (IOException unreadable) {
            return Optional.of(TextReading.refused(
                    place, "the file cannot be read (" + unreadable.getMessage() + "): check its permissions"));
        }
    }

    /** The file taken apart as it is now. */
    public TextReading read() {
        return read(any -> true).orElseThrow(() -> new AssertionError("every file counts as settled"));
    }

    /** The file as it is now; empty when it is gone, cannot be read, or is a link to a file outside of the folder. */
    public Optional<Manuscript> open() {
        try {
            Path real = path.toRealPath();
            return real.startsWith(root) ? Optional.of(new Manuscript(this, real, octets(real))) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What {@code octets} would be taken for, were they the file's. */
    TextReading reading(Path real, byte[] octets) {
        return read(real, octets, any -> true).orElseThrow(() -> new AssertionError("every file counts as settled"));
    }

    /** All octets of {@code file}, but never more than one above {@link #MOST_OCTETS}. */
    static byte[] octets(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_OCTETS + 1);
        }
    }

    private Optional<TextReading> read(Path real, byte[] octets, Predicate<Path> settled) {
        if (octets.length > MOST_OCTETS) {
            return Optional.of(TextReading.refused(place, "a text has 10 MB at most: split it, or put less into it"));
        }
        Format format = Format.of(path).orElse(Format.TEXT);
        Decoding decoding = format == Format.PAGE ? TextDecoder.decodePage(octets) : TextDecoder.decode(octets);
        if (decoding instanceof Decoding.Refused refused) {
            return Optional.of(TextReading.refused(place, refused.why()));
        }
        return new ShownPictures(root, place, real, settled).in(draft(format, ((Decoding.Text) decoding).text()));
    }

    private Draft draft(Format format, String text) {
        return switch (format) {
            case TEXT -> new TextReader(zone, language).read(place, origin, text);
            case MARKDOWN -> new MarkdownReader(zone, language).read(place, origin, text);
            case PAGE -> new PageReader(zone, language).read(place, origin, text);
        };
    }
}
