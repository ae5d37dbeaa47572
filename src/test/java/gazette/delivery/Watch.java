package gazette.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A log that remembers what was said, by kind. */
final class Watch implements DeliveryLog {
    private final List<String> events = new ArrayList<>();

    synchronized List<String> events() {
        return List.copyOf(events);
    }

    synchronized long count(String beginning) {
        return events.stream().filter(e -> e.startsWith(beginning)).count();
    }

    private synchronized void note(String event) {
        events.add(event);
    }

    @Override
    public void settled(Settled settled) {
        note("settled " + settled.outcome().getClass().getSimpleName());
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
