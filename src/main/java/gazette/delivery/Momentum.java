package gazette.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a number has grown lately. For one thread. */
public final class Momentum {
    /** Long enough to even out commits in groups, short enough to show at once that a server slowed down. */
    private static final Duration WINDOW = Duration.ofSeconds(20);

    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(Instant at, long number) {}

    /** The number is {@code number} at {@code at}, which is not before the last reading. */
    public void read(Instant at, long number) {
        readings.addLast(new Reading(at, number));
        Instant oldest = at.minus(WINDOW);
        while (readings.size() > 2 && !secondIsAfter(oldest)) {
            readings.removeFirst();
        }
    }

    private boolean secondIsAfter(Instant oldest) {
        var each = readings.iterator();
        each.next();
        return each.next().at().isAfter(oldest);
    }

    /** Growth per second; 0 before a second reading, and when the number shrank. */
    public double perSecond() {
        if (readings.size() < 2) {
            return 0;
        }
        Reading first = readings.getFirst();
        Reading last = readings.getLast();
        double seconds = Math.max(0.001, Duration.between(first.at(), last.at()).toMillis() / 1000.0);
        return Math.max(0, (last.number() - first.number()) / seconds);
    }
}
