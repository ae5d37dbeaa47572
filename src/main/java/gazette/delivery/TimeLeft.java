package gazette.delivery;

import gazette.edition.EditionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** When an edition will be done, whoever delivers it. What it is made from is read anew now and then. For one thread. */
public final class TimeLeft {
    /** More have too few readers each to decide when the last one is done. */
    private static final int MOST_DOMAINS = 1000;

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /** Counting readers by domain takes at most a twentieth of the time. */
    private static final int SHARE = 20;

    private final Supplier<List<SmtpAccount>> accounts;
    private final Outbox outbox;
    private final PaceBook book;
    private final Clock clock;
    private final EditionId edition;
    private Optional<Forecast> forecast = Optional.empty();
    private Map<String, Long> waiting = Map.of();
    private Instant stale = Instant.MIN;

    /** @param accounts that mail goes by, as they are set just then */
    public TimeLeft(
            Supplier<List<SmtpAccount>> accounts, Outbox outbox, PaceBook book, Clock clock, EditionId edition) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.book = book;
        this.clock = clock;
        this.edition = edition;
    }

    /**
     * For those that need not wait for a time that was set; empty when nobody does, or nothing can be known.
     *
     * @param rate messages a second of late
     */
    public Optional<Forecast.Left> of(EditionLook look, double rate) {
        if (look.toGo() == 0) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(stale)) {
            read();
        }
        return forecast.flatMap(known -> known.left(look.toGo(), ofThese(look), rate));
    }

    private void read() {
        long begun = System.nanoTime();
        Forecast now = new Forecast(accounts.get(), book, Time.of(clock));
        waiting = now.dependsOnDomains()
                ? outbox.domains(edition, MOST_DOMAINS).stream()
                        .collect(Collectors.toMap(DomainTally::domain, domain -> domain.waiting() - domain.deferred()))
                : Map.of();
        forecast = Optional.of(now);
        Duration pause = Duration.ofNanos((System.nanoTime() - begun) * (SHARE - 1));
        stale = clock.instant().plus(pause.compareTo(BETWEEN) > 0 ? pause : BETWEEN);
    }

    /** Behind a first wave, the same part waits at each domain. */
    private Map<String, Long> ofThese(EditionLook look) {
        long all = look.toGo() + look.heldBack();
        return waiting.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, domain -> domain.getValue() * look.toGo() / all));
    }
}
