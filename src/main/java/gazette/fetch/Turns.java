package gazette.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One fetch at a time from each server, first come, first served. Safe to use from many threads. */
final class Turns {
    private record Turn(Semaphore free, int wanted) {}

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final Duration patience;

    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Waits for one's turn with a server; whoever has had it gives it back. */
    void take(String server) throws Refused, InterruptedException {
        Turn turn =
                turns.merge(server, new Turn(new Semaphore(1, true), 1), (t, one) -> new Turn(t.free, t.wanted + 1));
        boolean isTaken = false;
        try {
            isTaken = turn.free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!isTaken) {
                leave(server);
            }
        }
        if (!isTaken) {
            throw new Refused(server + " was busy with other fetches of ours for " + Trouble.words(patience)
                    + ": it is asked again the next time");
        }
    }

    /** Gives one's turn to the next. */
    void giveBack(String server) {
        Turn turn = turns.get(server);
        if (turn != null) {
            turn.free.release();
        }
        leave(server);
    }

    private void leave(String server) {
        turns.computeIfPresent(server, (s, turn) -> turn.wanted == 1 ? null : new Turn(turn.free, turn.wanted - 1));
    }
}
