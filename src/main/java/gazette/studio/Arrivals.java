package gazette.studio;

import gazette.sink.Arrival;
import gazette.sink.Inbox;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Those who wait for a message that is still to come, without a thread of their own. Safe to use from many threads. */
final class Arrivals {
    /** Each is an open connection. */
    private static final int MOST_WAITING = 50;

    private final Inbox inbox;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    private static final class Waiting {
        private final Predicate<Arrival> wanted;
        private final CompletableFuture<Optional<Arrival>> answer = new CompletableFuture<>();

        Waiting(Predicate<Arrival> wanted) {
            this.wanted = wanted;
        }
    }

    Arrivals(Inbox inbox) {
        this.inbox = inbox;
        inbox.listen(this::arrived);
    }

    /** Answers in another thread than that of the message's sender. */
    private void arrived(Arrival arrival) {
        waiting.stream()
                .filter(each -> each.wanted.test(arrival))
                .forEach(each -> each.answer.completeAsync(() -> Optional.of(arrival)));
    }

    /** The newest message that is wanted. */
    Optional<Arrival> newest(Predicate<Arrival> wanted) {
        return inbox.newestFirst().stream().filter(wanted).findFirst();
    }

    /**
     * The newest message that is wanted; else the next that comes; else nothing once {@code patience} is over, or at once
     * when too many wait already.
     */
    CompletableFuture<Optional<Arrival>> next(Predicate<Arrival> wanted, Duration patience) {
        if (waiting.size() >= MOST_WAITING) {
            return CompletableFuture.completedFuture(newest(wanted));
        }
        Waiting one = new Waiting(wanted);
        waiting.add(one);
        newest(wanted).ifPresent(found -> one.answer.complete(Optional.of(found))); // after it is told of new ones
        return one.answer
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((found, failure) -> waiting.remove(one));
    }
}
