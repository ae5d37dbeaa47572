package gazette.sink;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What the sink took, in the order in which it came: a copy for each recipient, the octets kept once for all of them. In
 * memory, and within bounds: the oldest go when a new one needs their room. Safe to use from many threads; one lock guards
 * the queue, and listeners are told without it.
 */
public final class Inbox {
    /** As much as a heap of 64 MB spares beside the rest: some 150 digests of 51 KB. */
    static final int MOST_OCTETS = 8 << 20;

    /** What a copy takes besides the octets, roughly. */
    private static final int OVERHEAD = 4096;

    private final Clock clock;
    private final NavigableMap<Long, Copy> copies = new TreeMap<>();
    private final List<Consumer<Arrival>> listeners = new CopyOnWriteArrayList<>();
    private long last;
    private long octets;

    private record Copy(Arrival arrival, Shared content) {}

    /** The octets of a message, and how many copies of it are left. Guarded by the inbox's lock. */
    private static final class Shared {
        private final byte[] octets;
        private int copies;

        Shared(byte[] octets) {
            this.octets = octets;
        }
    }

    Inbox(Clock clock) {
        this.clock = clock;
    }

    /** Takes a message in, once for each recipient, and keeps {@code content}, which nobody may change from now on. */
    void take(String sender, List<String> recipients, byte[] content) {
        Shared shared = new Shared(content);
        Draft draft = Draft.of(sender, content);
        List<Arrival> arrivals = new ArrayList<>();
        synchronized (copies) {
            for (String recipient : recipients) {
                arrivals.add(add(draft, recipient, shared));
            }
        }
        arrivals.forEach(arrival -> listeners.forEach(listener -> listener.accept(arrival)));
    }

    private Arrival add(Draft draft, String recipient, Shared shared) {
        Arrival arrival = draft.arrival(++last, recipient, clock.instant());
        octets += OVERHEAD + (shared.copies == 0 ? shared.octets.length : 0);
        shared.copies++;
        copies.put(arrival.number(), new Copy(arrival, shared));
        while (octets > MOST_OCTETS && copies.size() > 1) {
            remove(copies.firstKey());
        }
        return arrival;
    }

    private Optional<Copy> remove(long number) {
        Optional<Copy> gone = Optional.ofNullable(copies.remove(number));
        gone.ifPresent(copy -> {
            copy.content.copies--;
            octets -= OVERHEAD + (copy.content.copies == 0 ? copy.content.octets.length : 0);
        });
        return gone;
    }

    /** Calls {@code listener} for each copy that comes from now on, in a thread that keeps its sender waiting: be quick. */
    public void listen(Consumer<Arrival> listener) {
        listeners.add(listener);
    }

    /** All copies, the newest first. */
    public List<Arrival> newestFirst() {
        synchronized (copies) {
            return copies.descendingMap().values().stream().map(Copy::arrival).toList();
        }
    }

    /** How many copies there are. */
    public int size() {
        synchronized (copies) {
            return copies.size();
        }
    }

    /** The copy of this id; empty when there never was one, it was deleted, or it had to make room. */
    public Optional<CaughtMessage> message(String id) {
        return number(id).flatMap(this::copy).map(copy -> new CaughtMessage(copy.arrival, copy.content.octets));
    }

    private Optional<Copy> copy(long number) {
        synchronized (copies) {
            return Optional.ofNullable(copies.get(number));
        }
    }

    /** The copy of this number as a line of a list; empty as {@link #message} is. */
    public Optional<Arrival> arrival(long number) {
        return copy(number).map(Copy::arrival);
    }

    /** The next copy that came after this one, if it is still there. */
    public Optional<Arrival> after(Arrival arrival) {
        synchronized (copies) {
            return Optional.ofNullable(copies.higherEntry(arrival.number()))
                    .map(entry -> entry.getValue().arrival());
        }
    }

    /** The last copy that came before this one, if it is still there. */
    public Optional<Arrival> before(Arrival arrival) {
        synchronized (copies) {
            return Optional.ofNullable(copies.lowerEntry(arrival.number()))
                    .map(entry -> entry.getValue().arrival());
        }
    }

    /** Deletes the copy of this id; false when it was not there. */
    public boolean delete(String id) {
        synchronized (copies) {
            return number(id).flatMap(this::remove).isPresent();
        }
    }

    /** Deletes all copies, and tells how many. */
    public int deleteAll() {
        synchronized (copies) {
            int all = copies.size();
            copies.clear();
            octets = 0;
            return all;
        }
    }

    /** What is kept, in octets. */
    long octets() {
        synchronized (copies) {
            return octets;
        }
    }

    private static Optional<Long> number(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }
}
