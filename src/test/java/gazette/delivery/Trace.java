package gazette.delivery;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What happened in a run, up to the first promise that was broken: the last lines to read, a digest to compare. */
final class Trace {
    private static final int KEPT = 150;

    private final LongSupplier nanos;
    private final ArrayDeque<String> last = new ArrayDeque<>();
    private Optional<String> violation = Optional.empty();
    private long digest;

    /** @param nanos the time that stands before each line */
    Trace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void note(String what) {
        if (isOver()) {
            return;
        }
        String line = nanos.getAsLong() / 1000 + " " + what;
        digest = 31 * digest + line.hashCode();
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** The run is over: {@code promise} says what was broken. */
    void violated(String promise) {
        note("VIOLATED: " + promise);
        if (violation.isEmpty()) {
            violation = Optional.of(promise);
        }
    }

    /** Whether a promise was broken. */
    boolean isOver() {
        return violation.isPresent();
    }

    Optional<String> violation() {
        return violation;
    }

    List<String> lines() {
        return List.copyOf(last);
    }

    /** Of all lines, not only the last. */
    long digest() {
        return digest;
    }
}
