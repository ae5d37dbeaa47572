package gazette.cli;

import gazette.delivery.EditionLook;
import gazette.edition.EditionId;
import gazette.store.Store;
import java.time.Duration;

/**
 * Looks at an edition again and again: often enough for a person, and so seldom that counting takes no more than a
 * twentieth of the time, however many readers there are.
 */
final class RepeatedLook {
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int SHARE = 20;

    private final Store store;
    private final EditionId edition;
    private Duration pause = SHORTEST;

    RepeatedLook(Store store, EditionId edition) {
        this.store = store;
        this.edition = edition;
    }

    EditionLook look() {
        long begun = System.nanoTime();
        EditionLook look = EditionLook.at(store.editions(), store.outbox(), edition);
        pause = pauseAfter(Duration.ofNanos(System.nanoTime() - begun));
        return look;
    }

    /** How long to wait before the next look. */
    Duration pause() {
        return pause;
    }

    static Duration pauseAfter(Duration cost) {
        Duration wanted = cost.multipliedBy(SHARE - 1);
        Duration atLeast = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }
}
