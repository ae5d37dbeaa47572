package gazette.fetch;

import gazette.fetch.Fetched.Obstacle;
import java.io.IOException;

/** A fetch that comes to nothing; its message is the sentence for a person. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final Obstacle obstacle;

    Refused(String why) {
        this(why, Obstacle.TROUBLE);
    }

    Refused(String why, Obstacle obstacle) {
        super(why);
        this.obstacle = obstacle;
    }

    Obstacle obstacle() {
        return obstacle;
    }
}
