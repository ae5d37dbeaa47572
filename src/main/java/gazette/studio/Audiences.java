package gazette.studio;

import gazette.delivery.Outbox.DomainCount;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many readers a cadence has, and where. Counting a million takes a second, so what was counted is good for twenty
 * times as long as that took. Safe to use from many threads.
 */
final class Audiences {
    private static final int SHARE = 20;
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private final Desk desk;
    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    private record Counted(Readers readers, Instant until) {}

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
        Instant now = desk.clock().instant();
        return counted.compute(
                        newsletter.id() + "/" + cadence.name(),
                        (key, known) ->
                                known != null && now.isBefore(known.until()) ? known : count(newsletter, cadence, now))
                .readers();
    }

    private Counted count(Newsletter newsletter, Cadence cadence, Instant now) {
        long begun = System.nanoTime();
        List<DomainCount> domains = desk.workbench().outbox().audience(newsletter.id(), cadence.name());
        long all = domains.stream().mapToLong(DomainCount::readers).sum();
        Duration good = Duration.ofNanos((System.nanoTime() - begun) * SHARE);
        List<DomainCount> largest = domains.stream().limit(MOST_DOMAINS).toList();
        return new Counted(new Readers(all, largest), now.plus(good.compareTo(SHORTEST) > 0 ? good : SHORTEST));
    }

    private static final int MOST_DOMAINS = 5;
}
