package gazette.subscriber;

import java.nio.file.Path;

/** The operator's list cannot be read as a whole: nothing of it may be believed, and nobody's subscription ends for it. */
public final class ListUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ListUnreadable(Path file, String whatAndRemedy) {
        super(file + ": " + whatAndRemedy);
    }

    ListUnreadable(Path file, String whatAndRemedy, Throwable cause) {
        super(file + ": " + whatAndRemedy, cause);
    }
}
