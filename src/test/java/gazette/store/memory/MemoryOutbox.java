package gazette.store.memory;

import gazette.delivery.AnswerCode;
import gazette.delivery.Answers;
import gazette.delivery.Audience;
import gazette.delivery.Dispatch;
import gazette.delivery.DispatchId;
import gazette.delivery.DispatchRow;
import gazette.delivery.DispatchState;
import gazette.delivery.DomainTally;
import gazette.delivery.Ended;
import gazette.delivery.Epoch;
import gazette.delivery.Gate;
import gazette.delivery.Journal;
import gazette.delivery.Outbox;
import gazette.delivery.Outcome;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.Deed;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.InDoubtPolicy;
import gazette.store.memory.MemoryEditions.Row;
import gazette.subscriber.Readership;
import gazette.subscriber.Subscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@link Outbox} in memory. Every method, those of its journals too, holds the one lock that guards the rows. */
public final class MemoryOutbox implements Outbox {
    private final MemoryEditions editions;
    private final MemorySubscribers subscribers;
    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Epoch, Instant> leases = new HashMap<>();
    private long lives;

    /** One dispatch; changes in place under the outbox's lock. */
    private static final class Entry {
        final DispatchId id;
        final Row edition;
        final Subscriber subscriber;
        DispatchState state = DispatchState.PENDING;
        Optional<SuppressionReason> reason = Optional.empty();
        Optional<Epoch> epoch = Optional.empty();
        long notBefore;
        int attempts;
        Optional<Instant> answeredAt = Optional.empty();
        String words = "";

        Entry(DispatchId id, Row edition, Subscriber subscriber) {
            this.id = id;
            this.edition = edition;
            this.subscriber = subscriber;
        }

        String newsletter() {
            return edition.edition.id().newsletter();
        }

        boolean waits() {
            return switch (state) {
                case PENDING, DEFERRED, IN_DOUBT -> true;
                case CLAIMED, HANDING_OVER, ACCEPTED, REJECTED, EXPIRED, HELD, SUPPRESSED -> false;
            };
        }

        boolean isClaimable() {
            return waits() && edition.state == EditionState.FILLED && id.value() <= edition.lastOfWave;
        }

        Instant due() {
            Instant due = Instant.ofEpochMilli(notBefore);
            return due.isAfter(edition.holdUntil) ? due : edition.holdUntil;
        }

        void become(DispatchState next) {
            state = next;
            epoch = Optional.empty();
            notBefore = 0;
        }

        void suppress(SuppressionReason why) {
            become(DispatchState.SUPPRESSED);
            reason = Optional.of(why);
        }
    }

    public MemoryOutbox(MemoryEditions editions, MemorySubscribers subscribers, Clock clock) {
        this.editions = editions;
        this.subscribers = subscribers;
        this.clock = clock;
        editions.waves(this::endOfWave);
    }

    private long endOfWave(EditionId edition, int more) {
        List<Entry> untried = of(edition).stream()
                .filter(entry -> entry.waits() && entry.notBefore == 0)
                .toList();
        return untried.size() <= more
                ? Long.MAX_VALUE
                : untried.get(more - 1).id.value();
    }

    @Override
    public Readership readership(String newsletter, String cadence) {
        return new MemoryReadership(() -> subscribers.audience(newsletter, cadence));
    }

    @Override
    public synchronized Audience fill(
            Edition edition, Duration cooldown, InDoubtPolicy inDoubt, Optional<Integer> firstWave) {
        Row row = editions.row(edition.id());
        if (row.state == EditionState.COMPOSED) {
            throw new IllegalStateException("edition " + edition.id() + " has no variants yet");
        }
        if (row.state == EditionState.RENDERED) {
            long before = entries.size();
            for (Subscriber subscriber : subscribers.audience(
                    edition.key().newsletter(), edition.key().cadence())) {
                entries.add(new Entry(new DispatchId(entries.size() + 1L), row, subscriber));
            }
            row.audience = entries.size() - before;
            row.holdUntil = clock.instant().plus(cooldown);
            row.inDoubt = inDoubt;
            row.lastOfWave = firstWave.map(n -> before + n).orElse(Long.MAX_VALUE);
            row.state = EditionState.FILLED;
        }
        return new Audience(edition.id(), row.audience);
    }

    @Override
    public synchronized boolean cancel(EditionId edition) {
        Optional<Row> row = editions.rows().stream()
                .filter(each -> each.edition.id().equals(edition))
                .findFirst();
        boolean news = row.filter(each -> each.state != EditionState.CANCELLED).isPresent();
        row.ifPresent(each -> {
            if (news) {
                each.course.add(new Deed(clock.instant(), Deed.Kind.CANCELLED, ""));
            }
            each.state = EditionState.CANCELLED;
            each.pausedBecause = "";
        });
        of(edition).forEach(MemoryOutbox::endIfCancelled);
        return news;
    }

    private static void endIfCancelled(Entry entry) {
        if (entry.edition.state == EditionState.CANCELLED && entry.waits()) {
            if (entry.state == DispatchState.IN_DOUBT) {
                entry.become(DispatchState.HELD);
            } else {
                entry.suppress(SuppressionReason.CANCELLED);
            }
        }
    }

    @Override
    public synchronized long putBack(EditionId edition, Ended ended, Optional<AnswerCode> code) {
        List<Entry> again = of(edition).stream()
                .filter(entry -> entry.state == ended.state() && entry.reason.equals(ended.reason()))
                .filter(entry -> entry.edition.state != EditionState.CANCELLED)
                .filter(entry -> code.isEmpty() || code.get().opens(entry.words))
                .filter(entry -> subscribers.isConfirmed(entry.newsletter(), entry.subscriber.id()))
                .filter(entry -> !subscribers.isSuppressed(entry.subscriber.address()))
                .toList();
        again.forEach(entry -> {
            entry.become(DispatchState.PENDING);
            entry.reason = Optional.empty();
            entry.attempts = 0;
        });
        return again.size();
    }

    @Override
    public synchronized long heldBack(EditionId edition) {
        return of(edition).stream()
                .filter(entry -> entry.waits() && entry.notBefore == 0)
                .filter(entry -> entry.id.value() > entry.edition.lastOfWave)
                .count();
    }

    @Override
    public synchronized Epoch enlist(Duration lease) {
        Epoch epoch = new Epoch(++lives);
        leases.put(epoch, clock.instant().plus(lease));
        return epoch;
    }

    @Override
    public synchronized boolean renew(Epoch epoch, Duration lease) {
        return leases.computeIfPresent(epoch, (e, until) -> clock.instant().plus(lease)) != null;
    }

    @Override
    public synchronized void leave(Epoch epoch) {
        leases.remove(epoch);
        takeBackFrom(epoch);
    }

    @Override
    public synchronized int takeBack() {
        List<Epoch> gone = leases.keySet().stream().filter(e -> !isAlive(e)).toList();
        gone.forEach(leases::remove);
        return gone.stream().mapToInt(this::takeBackFrom).sum();
    }

    @Override
    public synchronized int takeBackAllBut(Epoch mine) {
        leases.keySet().removeIf(epoch -> !epoch.equals(mine));
        return entries.stream()
                .flatMap(entry -> entry.epoch.stream())
                .filter(epoch -> !epoch.equals(mine))
                .distinct()
                .toList()
                .stream()
                .mapToInt(this::takeBackFrom)
                .sum();
    }

    private boolean isAlive(Epoch epoch) {
        return leases.getOrDefault(epoch, Instant.MIN).isAfter(clock.instant());
    }

    private int takeBackFrom(Epoch epoch) {
        List<Entry> taken = entries.stream()
                .filter(entry -> entry.epoch.equals(Optional.of(epoch)))
                .toList();
        taken.forEach(this::takeBack);
        return taken.size();
    }

    private void takeBack(Entry entry) {
        if (entry.state == DispatchState.CLAIMED) {
            entry.become(DispatchState.PENDING);
            endIfCancelled(entry);
            return;
        }
        entry.attempts++;
        entry.answeredAt = Optional.of(clock.instant());
        entry.words = "the process ended in the hand-over";
        if (entry.edition.inDoubt == InDoubtPolicy.HOLD) {
            entry.become(DispatchState.HELD);
        } else {
            entry.become(DispatchState.IN_DOUBT);
            entry.notBefore = clock.millis();
            endIfCancelled(entry);
        }
    }

    @Override
    public synchronized List<Dispatch> claim(Epoch epoch, int most, Gate gate) {
        List<Dispatch> claimed = new ArrayList<>();
        if (!isAlive(epoch)) {
            return claimed;
        }
        Instant now = clock.instant();
        List<Entry> due = entries.stream()
                .filter(Entry::isClaimable)
                .filter(entry -> !entry.due().isAfter(now))
                .sorted(Comparator.comparingLong((Entry entry) -> entry.notBefore)
                        .thenComparing(entry -> entry.id.value()))
                .toList();
        for (int i = 0; i < due.size() && (i % most > 0 || claimed.isEmpty()); i++) { // in rounds of most
            Entry entry = due.get(i);
            if (claimed.size() < most && !suppressed(entry) && passes(entry, gate)) {
                entry.become(DispatchState.CLAIMED);
                entry.epoch = Optional.of(epoch);
                claimed.add(dispatch(entry));
            }
        }
        return claimed;
    }

    private boolean passes(Entry entry, Gate gate) {
        Optional<Duration> objection = gate.objection(entry.subscriber.address().domain());
        objection
                .filter(wait -> !wait.isZero())
                .ifPresent(wait -> entry.notBefore = clock.instant().plus(wait).toEpochMilli());
        return objection.isEmpty();
    }

    private boolean suppressed(Entry entry) {
        if (!subscribers.isConfirmed(entry.newsletter(), entry.subscriber.id())) {
            entry.suppress(SuppressionReason.LEFT);
            entry.words = "the subscription ended";
        } else if (subscribers.isSuppressed(entry.subscriber.address())) {
            entry.suppress(SuppressionReason.SUPPRESSED);
            entry.words = "the address is on the list of those never to mail";
        }
        return entry.state == DispatchState.SUPPRESSED;
    }

    private Dispatch dispatch(Entry entry) {
        return new Dispatch(
                entry.id,
                entry.edition.edition.id(),
                subscribers.subscriber(entry.newsletter(), entry.subscriber.id()),
                entry.attempts + 1,
                entry.edition.inDoubt);
    }

    @Override
    public synchronized void release(Epoch epoch, List<Dispatch> unused) {
        for (Dispatch dispatch : unused) {
            owned(epoch, dispatch)
                    .filter(entry -> entry.state == DispatchState.CLAIMED)
                    .ifPresent(entry -> {
                        entry.become(DispatchState.PENDING);
                        endIfCancelled(entry);
                    });
        }
    }

    private Optional<Entry> owned(Epoch epoch, Dispatch dispatch) {
        Entry entry = entries.get((int) dispatch.id().value() - 1);
        return Optional.of(entry).filter(own -> own.epoch.equals(Optional.of(epoch)));
    }

    @Override
    public Journal journal(Epoch epoch, RetryPolicy policy) {
        return (last, next) -> turn(epoch, policy, last, next);
    }

    private synchronized boolean turn(
            Epoch epoch, RetryPolicy policy, Optional<Settled> last, Optional<Dispatch> next) {
        last.ifPresent(settled -> owned(epoch, settled.dispatch())
                .filter(entry -> entry.attempts == settled.dispatch().attempt() - 1)
                .ifPresent(entry -> settle(entry, settled, policy)));
        return next.isEmpty()
                || owned(epoch, next.get())
                        .filter(entry -> entry.state == DispatchState.CLAIMED)
                        .filter(entry -> handOver(entry, epoch))
                        .isPresent();
    }

    private void settle(Entry entry, Settled settled, RetryPolicy policy) {
        Outcome outcome = settled.outcome();
        entry.become(outcome.next(settled.dispatch(), policy));
        entry.attempts++;
        entry.words = outcome.words();
        entry.answeredAt = Optional.of(clock.instant());
        if (outcome instanceof Outcome.Unsendable unsendable) {
            entry.reason = Optional.of(unsendable.reason());
        }
        if (entry.waits()) {
            Duration wait = policy.waitAfter(settled.dispatch().attempt(), entry.id);
            entry.notBefore = clock.instant().plus(wait).toEpochMilli();
        }
        endIfCancelled(entry);
    }

    private boolean handOver(Entry entry, Epoch epoch) {
        if (suppressed(entry)) {
            return false;
        }
        if (entry.edition.state != EditionState.FILLED || !isAlive(epoch)) {
            entry.become(DispatchState.PENDING);
            endIfCancelled(entry);
            return false;
        }
        entry.state = DispatchState.HANDING_OVER;
        return true;
    }

    @Override
    public synchronized Tally tally(EditionId edition) {
        Map<DispatchState, Long> states = new EnumMap<>(DispatchState.class);
        Map<SuppressionReason, Long> reasons = new EnumMap<>(SuppressionReason.class);
        of(edition).forEach(entry -> {
            states.merge(entry.state, 1L, Long::sum);
            entry.reason.ifPresent(reason -> reasons.merge(reason, 1L, Long::sum));
        });
        long audience = of(edition).isEmpty() ? 0 : editions.row(edition).audience;
        return new Tally(edition, audience, states, reasons);
    }

    private List<Entry> of(EditionId edition) {
        return entries.stream()
                .filter(entry -> entry.edition.edition.id().equals(edition))
                .toList();
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return nextDue(entries);
    }

    @Override
    public synchronized Optional<Instant> nextDue(EditionId edition) {
        return nextDue(of(edition));
    }

    private static Optional<Instant> nextDue(List<Entry> among) {
        return among.stream().filter(Entry::isClaimable).map(Entry::due).min(Comparator.naturalOrder());
    }

    @Override
    public synchronized List<Trouble> troubles(EditionId edition, DispatchState state, int most) {
        return of(edition).stream()
                .filter(entry -> entry.state == state)
                .limit(most)
                .map(entry ->
                        new Trouble(entry.subscriber.address().toString(), entry.state, entry.attempts, entry.words))
                .toList();
    }

    @Override
    public synchronized List<Answers.Count> answers(EditionId edition, int most) {
        Answers answers = new Answers();
        of(edition).stream()
                .filter(entry -> hasOtherAnswer(entry.state) || entry.state == DispatchState.SUPPRESSED)
                .forEach(entry -> answers.add(
                        entry.state, entry.reason.map(Answers::inWords).orElse(entry.words), 1));
        return answers.largest(most);
    }

    private static boolean hasOtherAnswer(DispatchState state) {
        return switch (state) {
            case DEFERRED, REJECTED, EXPIRED, IN_DOUBT, HELD -> true;
            case PENDING, CLAIMED, HANDING_OVER, ACCEPTED, SUPPRESSED -> false;
        };
    }

    @Override
    public synchronized List<DomainTally> domains(EditionId edition, int most) {
        Map<String, List<Entry>> domains = of(edition).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.subscriber.address().domain()));
        return domains.entrySet().stream()
                .map(entry -> domain(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(DomainTally::readers)
                        .reversed()
                        .thenComparing(DomainTally::domain))
                .limit(most)
                .toList();
    }

    private static DomainTally domain(String name, List<Entry> there) {
        return new DomainTally(
                name,
                there.size(),
                count(there, Set.of(DispatchState.ACCEPTED)),
                count(there, Set.of(DispatchState.DEFERRED)),
                count(there, Set.of(DispatchState.REJECTED, DispatchState.EXPIRED)),
                count(
                        there,
                        Set.of(
                                DispatchState.PENDING,
                                DispatchState.CLAIMED,
                                DispatchState.HANDING_OVER,
                                DispatchState.DEFERRED)),
                there.stream()
                        .filter(entry -> hasOtherAnswer(entry.state))
                        .max(Comparator.comparing((Entry entry) -> entry.answeredAt.orElse(Instant.MIN))
                                .thenComparing(entry -> entry.id.value()))
                        .map(entry -> entry.words)
                        .orElse(""));
    }

    private static long count(List<Entry> among, Set<DispatchState> states) {
        return among.stream().filter(entry -> states.contains(entry.state)).count();
    }

    @Override
    public synchronized void each(EditionId edition, Set<DispatchState> states, Consumer<DispatchRow> each) {
        of(edition).stream()
                .filter(entry -> states.contains(entry.state))
                .map(entry -> new DispatchRow(
                        entry.subscriber.address().toString(),
                        entry.state,
                        entry.reason,
                        entry.attempts,
                        entry.answeredAt,
                        entry.words,
                        entry.notBefore == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(entry.notBefore))))
                .forEach(each);
    }

    @Override
    public synchronized List<DomainCount> audience(String newsletter, String cadence) {
        Map<String, Long> readers = subscribers.audience(newsletter, cadence).stream()
                .map(subscriber -> subscriber.address().domain())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return readers.entrySet().stream()
                .map(entry -> new DomainCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(DomainCount::readers)
                        .reversed()
                        .thenComparing(DomainCount::domain))
                .toList();
    }

    @Override
    public synchronized boolean hasAudience(String newsletter, String cadence) {
        return !subscribers.audience(newsletter, cadence).isEmpty();
    }
}
