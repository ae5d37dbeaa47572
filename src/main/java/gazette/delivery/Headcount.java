package gazette.delivery;

import gazette.delivery.Forecast.Left;
import gazette.delivery.Register.EditionLine;
import gazette.edition.EditionId;
import gazette.edition.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How editions stood when they were last counted. Counting a million dispatches takes a part of a second, so it is done in
 * the background and shared by all who look: once for an edition that rests, else as long as somebody looks, and never
 * for more than a tenth of the time. Safe to use from many threads.
 */
public final class Headcount {
    /** Figures of so many editions are kept. */
    private static final int MOST_FIGURES = 2_000;

    /** A breakdown has texts in it. */
    private static final int MOST_BREAKDOWNS = 50;

    /** Kinds of answers, and domains, that a person looks through. */
    private static final int MOST_ANSWERS = 30;

    private static final int MOST_DOMAINS = 20;

    private final Parts parts;
    private final Counts<Figures> figures;
    private final Counts<Breakdown> breakdowns;
    private volatile Consumer<EditionId> listener = edition -> {};

    /**
     * What it counts by.
     *
     * @param accounts that mail goes by, as they are set just then
     */
    public record Parts(
            Editions editions,
            Outbox outbox,
            Register register,
            PaceBook paceBook,
            Supplier<List<SmtpAccount>> accounts,
            Clock clock) {}

    /**
     * How an edition stood.
     *
     * @param countedAt the moment that the figures are of
     * @param perSecond how many were settled each second of late; 0 when that is not known
     * @param left when those will be done that wait for nothing else, if that is known
     */
    public record Figures(EditionLook look, Instant countedAt, double perSecond, Optional<Left> left) {}

    /**
     * What servers said, and how it stood at the domains with most readers.
     *
     * @param countedAt the moment that the figures are of
     */
    public record Breakdown(List<DomainTally> domains, List<Answers.Count> answers, Instant countedAt) {}

    /** @param background where counting is done; whoever made it ends it */
    public Headcount(Parts parts, ScheduledExecutorService background) {
        this.parts = parts;
        Counts.Bench bench = new Counts.Bench(background, this::mark, Time.of(parts.clock()));
        this.figures = new Counts<>(bench, this::figures, MOST_FIGURES);
        this.breakdowns = new Counts<>(bench, edition -> () -> breakdown(edition), MOST_BREAKDOWNS);
    }

    /** Has {@code told} hear of each count of an edition that does not rest, by a thread of the background. */
    public void tell(Consumer<EditionId> told) {
        this.listener = told;
    }

    /**
     * The newest figures of {@code lines}; of those that were never counted only what gets ready in time.
     *
     * @param patience how long to wait at most for what is being counted
     */
    public Map<EditionId, Figures> figures(List<EditionLine> lines, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Counts.Asked<Figures>> asked = new ArrayList<>();
        lines.forEach(line -> asked.add(figures.ask(line.summary().id(), line.mark(), patience)));
        Map<EditionId, Figures> known = new HashMap<>();
        for (Counts.Asked<Figures> each : asked) {
            each.until(deadline).ifPresent(value -> known.put(each.edition(), value));
        }
        return known;
    }

    /** The newest breakdown of an edition, if it was ever counted or is so in time. */
    public Optional<Breakdown> breakdown(EditionLine line, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        return breakdowns.ask(line.summary().id(), line.mark(), patience).until(deadline);
    }

    private Optional<Mark> mark(EditionId edition) {
        return parts.register().line(edition, parts.clock().instant()).map(EditionLine::mark);
    }

    /** One that remembers earlier counts, to tell a rate. */
    private Supplier<Figures> figures(EditionId edition) {
        Momentum momentum = new Momentum();
        TimeLeft timeLeft = new TimeLeft(parts.accounts(), parts.outbox(), parts.paceBook(), parts.clock(), edition);
        return () -> {
            Instant now = parts.clock().instant();
            EditionLook look = EditionLook.at(parts.editions(), parts.outbox(), edition);
            momentum.read(now, look.tally().settled());
            double rate = look.isUnderWay(now) ? momentum.perSecond() : 0;
            if (look.isUnderWay(now)) {
                listener.accept(edition);
            }
            return new Figures(look, now, rate, timeLeft.of(look, rate));
        };
    }

    private Breakdown breakdown(EditionId edition) {
        Instant now = parts.clock().instant();
        return new Breakdown(
                parts.outbox().domains(edition, MOST_DOMAINS), parts.outbox().answers(edition, MOST_ANSWERS), now);
    }
}
