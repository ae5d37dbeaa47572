package gazette.delivery;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The rate that is used now, through one account or to one domain of it. A complaint halves what was being taken, at
 * once; most of that comes back within seconds, because the limit is then known, and the rest by a tenth for each quiet
 * minute. Without a ceiling and without a complaint it is unlimited. Safe to use from many threads; guarded by its own
 * lock.
 */
final class Pace {
    /** Complaints about messages that were on their way when we slowed down are not new ones. */
    private static final double ECHO_SECONDS = 2;

    /** In so many seconds a pace is back near the limit, from half of it. */
    private static final double RECOVERY_SECONDS = 5;

    /** How near to a limit that was met a pace comes by itself, before it has been quiet for a minute. */
    private static final double NEAR = 0.95;

    /** How near to a ceiling: with what may go at once, no second has more than the ceiling. */
    private static final double BELOW_CEILING = 0.95;

    /** At a low rate what goes at once is half a message too many: so much the pace is lower then. */
    private static final double HALF_A_MESSAGE = 0.51;

    private static final double LEAST_BELOW = 0.9;

    /** Messages that may go at once, in seconds: the twentieth that the pace is below its ceiling. */
    private static final double BURST_SECONDS = 0.05;

    /** A message, in the bucket's tokens: it has to hold fractions of one. */
    private static final int MESSAGE = 100;

    /** With less, whoever looks a moment late would lose a turn each time. */
    private static final int LEAST_BURST = 3 * MESSAGE / 2;

    private static final double QUIET_SECONDS = 60;
    private static final double RAISE = 1.1;

    /** After a day without a complaint a limit that nobody set is forgotten. */
    static final Duration MEMORY = Duration.ofDays(1);

    /** Farther ahead nobody is put off, so that a pace that rises finds them soon. */
    private static final Duration FARTHEST = Duration.ofMinutes(5);

    /** More are not promised a turn; they are looked at again. */
    private static final int MOST_PROMISES = 20_000;

    /** A store may round its moments. */
    private static final long EARLY = Duration.ofMillis(2).toNanos();

    /** A turn that nobody took is lost, lest many go at once. */
    private static final long LATE = Duration.ofSeconds(1).toNanos();

    private final double ceiling;
    private final double least;
    private final Time time;
    private final Meter meter;
    private final Complaints complaints = new Complaints();

    private boolean slowed;
    private double limit;
    private long slowedAt;
    private double set;
    private Optional<Bucket> bucket = Optional.empty();
    /** When each of those who were put off has a turn, which is out of the bucket already; whoever is due then takes it. */
    private final ArrayDeque<Long> promised = new ArrayDeque<>();

    private Pace(double ceiling, double least, Time time) {
        this.ceiling = ceiling;
        this.least = least;
        this.time = time;
        this.meter = new Meter(time);
    }

    /** For all that goes through an account. */
    static Pace ofAccount(double ceiling, Time time) {
        return new Pace(ceiling, 2, time);
    }

    /** For what goes to one domain. */
    static Pace ofDomain(double ceiling, Time time) {
        return new Pace(ceiling, 0.5, time);
    }

    /** Messages a second; infinite for no limit. */
    synchronized double perSecond() {
        if (!slowed) {
            return highest();
        }
        double seconds = time.since(slowedAt);
        double back = Math.min(1, seconds / RECOVERY_SECONDS);
        double known = limit * (0.5 + (NEAR - 0.5) * back);
        double now = known * Math.pow(RAISE, Math.floor(seconds / QUIET_SECONDS));
        if (now >= highest() || seconds > MEMORY.toSeconds()) {
            slowed = false;
            return highest();
        }
        return now;
    }

    private double highest() {
        return Math.max(LEAST_BELOW * ceiling, Math.min(BELOW_CEILING * ceiling, ceiling - HALF_A_MESSAGE));
    }

    /** Whether nothing would be gained by keeping it. */
    synchronized boolean isUnlimited() {
        return Double.isInfinite(perSecond());
    }

    /** Takes up to {@code most} turns; how many there are now. */
    synchronized int take(int most) {
        return adjusted().map(b -> take(b, most)).orElse(most);
    }

    private int take(Bucket turns, int most) {
        int taken = 0;
        while (taken < most && !promised.isEmpty() && promised.getFirst() - time.now() <= EARLY) {
            taken += time.now() - promised.removeFirst() <= LATE ? 1 : 0;
        }
        int more = (int) Math.min(most - taken, turns.getAvailableTokens() / MESSAGE);
        return more > 0 && turns.tryConsume((long) more * MESSAGE) ? taken + more : taken;
    }

    /** How long until there is a turn; zero when there is one. */
    synchronized Duration untilNext() {
        return adjusted().map(this::untilNext).orElse(Duration.ZERO);
    }

    private Duration untilNext(Bucket turns) {
        long bucket = turns.estimateAbilityToConsume(MESSAGE).getNanosToWaitForRefill();
        long promise = promised.isEmpty() ? bucket : Math.max(0, promised.getFirst() - time.now() - EARLY);
        return Duration.ofNanos(Math.min(bucket, promise));
    }

    synchronized void giveBack(int turns) {
        if (turns > 0) {
            bucket.ifPresent(b -> b.addTokens((long) turns * MESSAGE));
        }
    }

    /** How long one more has to wait for its turn: they queue up, so that not all come at once. */
    synchronized Duration putOff() {
        Optional<Bucket> turns = adjusted();
        if (turns.isEmpty()) {
            return Duration.ZERO;
        }
        boolean isFull = promised.size() >= MOST_PROMISES
                || (!promised.isEmpty() && promised.getLast() - time.now() >= FARTHEST.toNanos());
        if (isFull) {
            return FARTHEST;
        }
        long wait = turns.get().consumeIgnoringRateLimits(MESSAGE);
        promised.addLast(time.now() + wait);
        return Duration.ofNanos(wait);
    }

    synchronized void accepted() {
        meter.count();
        complaints.accepted(meter.perSecond());
    }

    /** What was too fast, in messages a second, when this complaint slowed the pace down. */
    synchronized Optional<Double> complained(Pushback pushback) {
        double taken = meter.perSecond();
        if (!complaints.counts(pushback, taken) || (slowed && time.since(slowedAt) < ECHO_SECONDS)) {
            return Optional.empty();
        }
        double current = perSecond();
        double tooFast = taken > 0 ? Math.min(taken, current) : Double.isInfinite(current) ? least : current / 2;
        slow(Math.max(least, tooFast), 0);
        return Optional.of(limit);
    }

    /** What was learnt before a restart. */
    synchronized void learnt(double tooFast, Duration ago) {
        slow(tooFast, ago.toNanos());
    }

    private void slow(double tooFast, long nanosAgo) {
        limit = tooFast;
        slowedAt = time.now() - nanosAgo;
        slowed = true;
        complaints.forget();
        promised.clear(); // they were promised at another pace
        bucket = Optional.empty();
    }

    /** The bucket at the present pace; none for no limit. */
    private Optional<Bucket> adjusted() {
        double now = perSecond();
        if (Double.isInfinite(now)) {
            bucket = Optional.empty();
            promised.clear();
        } else if (bucket.isEmpty()) {
            bucket = Optional.of(Bucket.builder()
                    .addLimit(bandwidth(now))
                    .withCustomTimePrecision(meter())
                    .build());
            set = now;
        } else if (Math.abs(now - set) > 0.01 * set) {
            BucketConfiguration changed =
                    BucketConfiguration.builder().addLimit(bandwidth(now)).build();
            bucket.get().replaceConfiguration(changed, TokensInheritanceStrategy.AS_IS);
            set = now;
        }
        return bucket;
    }

    private Bandwidth bandwidth(double perSecond) {
        return Bandwidth.builder()
                .capacity(Math.max(LEAST_BURST, (long) (perSecond * BURST_SECONDS * MESSAGE)))
                .refillGreedy(Math.max(1, Math.round(perSecond * MESSAGE * 1000)), Duration.ofSeconds(1000))
                .initialTokens(MESSAGE)
                .build();
    }

    private TimeMeter meter() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return time.now();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
