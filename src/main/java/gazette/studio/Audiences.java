package gazette.studio;

import gazette.delivery.Outbox.DomainCount;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many readers a cadence has, and where. Counting a million takes a second or more, so what was counted is good for
 * twenty times as long as that took; then it is counted anew beside, and whoever asks meanwhile has the count before. One
 * that is older than {@link #OLDEST} is waited for. Safe to use from many threads.
 */
final class Audiences {
    private static final int SHARE = 20;
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int MOST_DOMAINS = 5;

    private final Desk desk;
    private final Map<String, Known> counted = new ConcurrentHashMap<>();

    private record Counted(Readers readers, Instant at, Instant until) {}

    /** What is known of one cadence. Its monitor is held by whoever counts. */
    private static final class Known {
        private volatile Optional<Counted> counted = Optional.empty();
        private final AtomicBoolean isCounting = new AtomicBoolean();
    }

    /**
     * Those of one cadence.
     *
     * @param domains with most readers first
     */
    record Readers(long all, List<DomainCount> domains) {}

    Audiences(Desk desk) {
        this.desk = desk;
    }

    /** As they were counted a moment ago. */
    Readers of(Newsletter newsletter, Cadence cadence) {
        Known known = counted.computeIfAbsent(newsletter.id() + "/" + cadence.name(), any -> new Known());
        Instant now = desk.clock().instant();
        Optional<Counted> last = known.counted;
        if (last.isPresent() && now.isBefore(last.get().until())) {
            return last.get().readers();
        }
        if (last.isPresent() && now.isBefore(last.get().at().plus(OLDEST))) {
            countBeside(known, newsletter, cadence);
            return last.get().readers();
        }
        return countNow(known, newsletter, cadence, now);
    }

    private void countBeside(Known known, Newsletter newsletter, Cadence cadence) {
        if (!known.isCounting.compareAndSet(false, true)) {
            return;
        }
        try {
            desk.errands().execute(() -> {
                try {
                    countNow(known, newsletter, cadence, desk.clock().instant());
                } finally {
                    known.isCounting.set(false);
                }
            });
        } catch (RejectedExecutionException closing) { // the process ends: nobody looks any more
            known.isCounting.set(false);
        }
    }

    /** Of those who want it at once, one counts and the others wait. */
    private Readers countNow(Known known, Newsletter newsletter, Cadence cadence, Instant now) {
        synchronized (known) {
            Optional<Counted> meanwhile = known.counted.filter(count -> now.isBefore(count.until()));
            if (meanwhile.isEmpty()) {
                known.counted = Optional.of(count(newsletter, cadence, now));
            }
            return known.counted.orElseThrow().readers();
        }
    }

    private Counted count(Newsletter newsletter, Cadence cadence, Instant now) {
        long begun = System.nanoTime();
        List<DomainCount> domains = desk.workbench().outbox().audience(newsletter.id(), cadence.name());
        long all = domains.stream().mapToLong(DomainCount::readers).sum();
        Duration good = Duration.ofNanos((System.nanoTime() - begun) * SHARE);
        List<DomainCount> largest = domains.stream().limit(MOST_DOMAINS).toList();
        return new Counted(new Readers(all, largest), now, now.plus(good.compareTo(SHORTEST) > 0 ? good : SHORTEST));
    }
}
