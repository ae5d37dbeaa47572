package gazette.delivery;

import gazette.edition.EditionId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was last counted of each edition. A count begins when somebody asks and what is known may not be true any more; all
 * who ask meanwhile share it. Safe to use from many threads: one lock guards what is known, and nothing is counted while
 * it is held.
 */
final class Counts<V> {
    /** After a count that took a time, nothing is counted for ten times as long. */
    private static final int SHARE = 10;

    /** However quick a count is, more often than this nobody looks. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Bench bench;
    private final Function<EditionId, Supplier<V>> counters;
    private final Map<EditionId, Place> places;

    /**
     * What all counts share.
     *
     * @param marks reads an edition's mark; empty when it is not there
     */
    record Bench(ScheduledExecutorService background, Function<EditionId, Optional<Mark>> marks, Time time) {}

    /** What is known of an edition. Guarded by the lock of all. */
    private final class Place {
        final Supplier<V> counter;
        Optional<Known<V>> known = Optional.empty();
        Optional<CompletableFuture<V>> coming = Optional.empty();
        /** Of the count that comes first, in nanoseconds. */
        long begins;

        boolean isCounting;

        Place(Supplier<V> counter) {
            this.counter = counter;
        }
    }

    /** @param mark as it was before it was counted */
    private record Known<V>(V value, Mark mark, long at, long cost) {}

    /** A value, or what is known until it comes. */
    record Asked<V>(EditionId edition, Optional<V> last, CompletableFuture<V> coming) {
        /** The value when it comes before {@code deadline} of {@link System#nanoTime}; else the last one. */
        Optional<V> until(long deadline) {
            try {
                return Optional.of(coming.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
            } catch (TimeoutException stillCounting) {
                return last;
            } catch (InterruptedException stopNow) {
                Thread.currentThread().interrupt();
                return last;
            } catch (ExecutionException failed) {
                throw new IllegalStateException("edition " + edition + " could not be counted", failed.getCause());
            }
        }
    }

    Counts(Bench bench, Function<EditionId, Supplier<V>> counters, int most) {
        this.bench = bench;
        this.counters = counters;
        this.places = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<EditionId, Place> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * What is known of {@code edition}, and what is about to be.
     *
     * @param mark as it is now
     * @param patience a count that begins later is not waited for
     */
    synchronized Asked<V> ask(EditionId edition, Mark mark, Duration patience) {
        Place place = places.computeIfAbsent(edition, id -> new Place(counters.apply(id)));
        Optional<V> last = place.known.map(Known::value);
        if (place.known.filter(known -> isStillTrue(known, mark)).isPresent()) {
            return new Asked<>(edition, last, CompletableFuture.completedFuture(last.orElseThrow()));
        }
        long wait = place.known.map(known -> wait(known, mark)).orElse(0L);
        CompletableFuture<V> coming = order(edition, place, wait);
        return last.isPresent() && wait > patience.toNanos()
                ? new Asked<>(edition, last, CompletableFuture.completedFuture(last.get()))
                : new Asked<>(edition, last, coming);
    }

    private boolean isStillTrue(Known<V> known, Mark mark) {
        return known.mark().equals(mark) && mark.rests(bench.time().clock().instant());
    }

    /** In nanoseconds. Whoever changed an edition's course wants to see it. */
    private long wait(Known<V> known, Mark mark) {
        long shortest = known.mark().touched() == mark.touched() ? SHORTEST.toNanos() : 0;
        return Math.max(
                0,
                known.at()
                        + Math.max(SHARE * known.cost(), shortest)
                        - bench.time().now());
    }

    /** What is ordered for later is brought forward. */
    private CompletableFuture<V> order(EditionId edition, Place place, long wait) {
        long begins = bench.time().now() + wait;
        CompletableFuture<V> coming = place.coming.orElseGet(CompletableFuture::new);
        if (place.coming.isPresent() && (place.isCounting || place.begins <= begins)) {
            return coming;
        }
        place.coming = Optional.of(coming);
        place.begins = begins;
        try {
            Future<?> unused =
                    bench.background().schedule(() -> count(edition, place, coming), wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            place.coming = Optional.empty();
            coming.completeExceptionally(closing);
        }
        return coming;
    }

    private synchronized boolean begins(Place place, CompletableFuture<V> coming) {
        boolean isFirst =
                !place.isCounting && place.coming.filter(coming::equals).isPresent();
        place.isCounting |= isFirst;
        return isFirst;
    }

    private void count(EditionId edition, Place place, CompletableFuture<V> coming) {
        if (!begins(place, coming)) {
            return;
        }
        try {
            Mark before = bench.marks()
                    .apply(edition)
                    .orElseThrow(() -> new IllegalStateException("there is no edition " + edition));
            long begun = bench.time().now();
            V value = place.counter.get();
            long ended = bench.time().now();
            settle(place, Optional.of(new Known<>(value, before, ended, ended - begun)));
            coming.complete(value);
        } catch (RuntimeException failed) {
            settle(place, Optional.empty());
            coming.completeExceptionally(failed);
        }
    }

    private synchronized void settle(Place place, Optional<Known<V>> known) {
        place.coming = Optional.empty();
        place.isCounting = false;
        place.known = known.or(() -> place.known);
    }
}
