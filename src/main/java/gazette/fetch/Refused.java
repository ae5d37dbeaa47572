package gazette.fetch;

import java.io.IOException;

/** A fetch that comes to nothing; its message is the sentence for a person. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String why) {
        super(why);
    }
}
