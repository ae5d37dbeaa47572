package gazette.delivery;

import gazette.edition.EditionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A log that remembers what was said, by kind. */
final class Watch implements DeliveryLog {
    private final List<String> events = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    synchronized List<String> events() {
        return List.copyOf(events);
    }

    synchronized long count(String beginning) {
        return events.stream().filter(e -> e.startsWith(beginning)).count();
    }

    /** The words of every outcome but acceptance. */
    synchronized List<String> words() {
        return List.copyOf(words);
    }

    private synchronized void reason(String said) {
        words.add(said);
    }

    private synchronized void note(String event) {
        events.add(event);
    }

    @Override
    public void settled(Settled settled) {
        note("settled " + settled.outcome().getClass().getSimpleName());
        if (!(settled.outcome() instanceof Outcome.Accepted)) {
            reason(settled.outcome().words());
        }
    }

    @Override
    public void parted(Parting parting) {
        note("parted " + parting.kind());
    }

    @Override
    public void waiting(Duration time) {
        note("waiting");
    }

    @Override
    public void slowed(PaceBook.Slowed slowed) {
        note("slowed " + slowed.account() + " " + slowed.domain());
    }

    @Override
    public void paused(EditionId edition, String why) {
        note("paused " + edition + " " + why);
    }

    @Override
    public void resting(String why) {
        note("resting " + why);
    }

    @Override
    public void storeFailed(RuntimeException failure) {
        note("store failed");
    }

    @Override
    public void storeBack() {
        note("store back");
    }

    @Override
    public void tookBack(int claims) {
        note("took back");
    }

    @Override
    public void stopped(String reason) {
        note("stopped: " + reason);
    }
}
