package gazette.delivery;

import java.util.ArrayDeque;
import java.util.Iterator;

/** How many messages a second were taken lately, counted by seconds. Not safe for many threads. */
final class Meter {
    /** As far back as is looked: long enough for a rate below one a second, short enough to be of now. */
    private static final int SECONDS = 10;

    private record Second(long number, long count) {}

    private final Time time;
    private final ArrayDeque<Second> seconds = new ArrayDeque<>();

    Meter(Time time) {
        this.time = time;
    }

    void count() {
        long now = forget();
        Second last = seconds.peekLast();
        if (last != null && last.number() == now) {
            seconds.removeLast();
            seconds.addLast(new Second(now, last.count() + 1));
        } else {
            seconds.addLast(new Second(now, 1));
        }
    }

    /** Zero when nothing was taken for ten seconds. */
    double perSecond() {
        long now = forget();
        if (seconds.isEmpty()) {
            return 0;
        }
        long count = 0;
        for (Second second : seconds) {
            count += second.count();
        }
        double fraction = Math.floorMod(time.now(), 1_000_000_000L) / 1e9;
        double span = now - seconds.getFirst().number() + fraction;
        return count / Math.max(1, span);
    }

    private long forget() {
        long now = Math.floorDiv(time.now(), 1_000_000_000L);
        for (Iterator<Second> each = seconds.iterator(); each.hasNext(); ) {
            if (each.next().number() <= now - SECONDS) {
                each.remove();
            } else {
                break;
            }
        }
        return now;
    }
}
