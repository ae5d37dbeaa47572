package gazette.cli;

import gazette.delivery.DomainTally;
import gazette.delivery.Forecast;
import gazette.delivery.Time;
import gazette.edition.EditionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** When an edition will be done, whoever delivers it. What it is made from is read anew now and then. */
final class TimeLeft {
    /** More have too few readers each to decide when the last one is done. */
    private static final int MOST_DOMAINS = 1000;

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /** Counting readers by domain takes at most a twentieth of the time. */
    private static final int SHARE = 20;

    private final Workspace workspace;
    private final EditionId edition;
    private Optional<Forecast> forecast = Optional.empty();
    private Map<String, Long> waiting = Map.of();
    private Instant stale = Instant.MIN;

    TimeLeft(Workspace workspace, EditionId edition) {
        this.workspace = workspace;
        this.edition = edition;
    }

    /**
     * For those that need not wait for a time that was set; empty when nobody does, or nothing can be known.
     *
     * @param rate messages a second of late
     */
    Optional<Forecast.Left> of(EditionLook look, double rate) {
        if (look.toGo() == 0) {
            return Optional.empty();
        }
        if (!workspace.clock().instant().isBefore(stale)) {
            read();
        }
        return forecast.flatMap(known -> known.left(look.toGo(), ofThese(look), rate));
    }

    private void read() {
        long begun = System.nanoTime();
        Forecast now =
                new Forecast(workspace.settings().accounts(), workspace.store().paceBook(), Time.of(workspace.clock()));
        waiting = now.dependsOnDomains()
                ? workspace.store().outbox().domains(edition, MOST_DOMAINS).stream()
                        .collect(Collectors.toMap(DomainTally::domain, domain -> domain.waiting() - domain.deferred()))
                : Map.of();
        forecast = Optional.of(now);
        Duration pause = Duration.ofNanos((System.nanoTime() - begun) * (SHARE - 1));
        stale = workspace.clock().instant().plus(pause.compareTo(BETWEEN) > 0 ? pause : BETWEEN);
    }

    /** Behind a first wave, the same part waits at each domain. */
    private Map<String, Long> ofThese(EditionLook look) {
        long all = look.toGo() + look.heldBack();
        return waiting.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, domain -> domain.getValue() * look.toGo() / all));
    }
}
