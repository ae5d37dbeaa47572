package gazette.subscriber;

import java.nio.file.Path;

/** The file of the keys that sign links cannot be read or made: without it nobody could leave by a link. */
public final class KeyFileUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyFileUnusable(Path file, String whatAndRemedy) {
        super(file + ": " + whatAndRemedy);
    }

    KeyFileUnusable(Path file, String whatAndRemedy, Throwable cause) {
        super(file + ": " + whatAndRemedy, cause);
    }
}
