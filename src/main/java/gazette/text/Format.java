package gazette.text;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How a text file is written, by the ending of its name. */
enum Format {
    TEXT,
    MARKDOWN,
    PAGE;

    /** Empty for a file that is none of them. */
    static Optional<Format> of(Path file) {
        String name = String.valueOf(file.getFileName());
        return switch (name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT)) {
            case ".txt" -> Optional.of(TEXT);
            case ".md", ".markdown" -> Optional.of(MARKDOWN);
            case ".html", ".htm" -> Optional.of(PAGE);
            default -> Optional.empty();
        };
    }
}
