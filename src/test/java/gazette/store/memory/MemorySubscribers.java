package gazette.store.memory;

import gazette.mail.EmailAddress;
import gazette.subscriber.Beginning;
import gazette.subscriber.EndedBy;
import gazette.subscriber.ImportReport;
import gazette.subscriber.ImportReport.Verdict;
import gazette.subscriber.ListProblem;
import gazette.subscriber.ListRow;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Subscribers;
import gazette.subscriber.SubscriptionState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@link Subscribers} in memory. Every method holds the one lock that guards the maps. */
public final class MemorySubscribers implements Subscribers {
    private final Map<EmailAddress, Long> ids = new LinkedHashMap<>();
    private final Map<Key, Subscription> subscriptions = new LinkedHashMap<>();
    private final Set<EmailAddress> suppressed = new HashSet<>();
    private final Map<String, String> versions = new HashMap<>();

    private record Key(String newsletter, long subscriber) {}

    private record Subscription(ListRow row, String cadence, SubscriptionState state, Optional<EndedBy> endedBy) {
        Subscription ended(EndedBy by) {
            return new Subscription(row, cadence, SubscriptionState.ENDED, Optional.of(by));
        }
    }

    private record Read(Map<EmailAddress, ListRow> rows, List<ListProblem> problems) {}

    private record Changes(List<ListRow> added, List<ListRow> updated, List<ListRow> refused, List<Key> gone) {}

    @Override
    public synchronized ImportReport take(ListImport list) {
        if (isUnchanged(list)) {
            return unchanged();
        }
        Read read = read(list);
        Changes changes = compare(list, read);
        ImportReport report = report(list, read, changes);
        if (report.verdict() == Verdict.TAKEN_OVER) {
            changes.added().forEach(row -> confirm(list, row));
            changes.updated().forEach(row -> confirm(list, row));
            changes.gone().forEach(key -> subscriptions.computeIfPresent(key, (k, s) -> s.ended(EndedBy.LIST)));
            versions.put(list.newsletter(), version(list));
        }
        return report;
    }

    @Override
    public synchronized ImportReport rehearse(ListImport list) {
        if (isUnchanged(list)) {
            return unchanged();
        }
        Read read = read(list);
        return report(list, read, compare(list, read));
    }

    private boolean isUnchanged(ListImport list) {
        return !list.confirmed() && version(list).equals(versions.get(list.newsletter()));
    }

    private static String version(ListImport list) {
        return list.source() + "\n" + list.version() + "\n" + list.defaultCadence();
    }

    private static ImportReport unchanged() {
        return new ImportReport(0, 0, 0, 0, 0, 0, List.of(), Verdict.UNCHANGED);
    }

    private static Read read(ListImport list) {
        Map<EmailAddress, ListRow> rows = new LinkedHashMap<>();
        List<ListProblem> problems = new ArrayList<>();
        for (Iterator<ListRow> i = list.rows().read(problems::add); i.hasNext(); ) {
            ListRow row = i.next();
            ListRow first = rows.putIfAbsent(row.address(), row);
            if (first != null) {
                problems.add(new ListProblem(
                        row.line(), row.address() + " stands on line " + first.line() + " already, which counts"));
            }
        }
        return new Read(rows, problems);
    }

    private Changes compare(ListImport list, Read read) {
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<Key> named = new HashSet<>();
        for (ListRow row : read.rows().values()) {
            Optional<Key> key = Optional.ofNullable(ids.get(row.address())).map(id -> new Key(list.newsletter(), id));
            key.ifPresent(named::add);
            compare(list, row, key.map(subscriptions::get), changes);
        }
        subscriptions.forEach((key, subscription) -> {
            if (key.newsletter().equals(list.newsletter()) && isConfirmed(subscription) && !named.contains(key)) {
                changes.gone().add(key);
            }
        });
        return changes;
    }

    private void compare(ListImport list, ListRow row, Optional<Subscription> before, Changes changes) {
        boolean left = before.flatMap(Subscription::endedBy)
                .filter(by -> by != EndedBy.LIST)
                .isPresent();
        if (left || suppressed.contains(row.address())) {
            changes.refused().add(row);
        } else if (before.filter(MemorySubscribers::isConfirmed).isEmpty()) {
            changes.added().add(row);
        } else if (!isSame(before.get(), list, row)) {
            changes.updated().add(row);
        }
    }

    private static boolean isSame(Subscription before, ListImport list, ListRow row) {
        ListRow old = before.row();
        return old.name().equals(row.name())
                && old.language().equals(row.language())
                && old.topics().equals(row.topics())
                && old.since().equals(row.since())
                && old.fields().equals(row.fields())
                && before.cadence().equals(row.cadence().orElse(list.defaultCadence()));
    }

    private ImportReport report(ListImport list, Read read, Changes changes) {
        long confirmed = count(list.newsletter()).getOrDefault(SubscriptionState.CONFIRMED, 0L);
        int gone = changes.gone().size();
        boolean many = !list.confirmed() && gone > 10 && gone * 10L > confirmed;
        return new ImportReport(
                read.rows().size(),
                changes.added().size(),
                changes.updated().size(),
                gone,
                changes.refused().size(),
                read.problems().size(),
                read.problems().stream()
                        .sorted(Comparator.comparingLong(ListProblem::line))
                        .limit(ImportReport.MOST_PROBLEMS)
                        .toList(),
                many ? Verdict.NEEDS_CONFIRMATION : Verdict.TAKEN_OVER);
    }

    private void confirm(ListImport list, ListRow row) {
        long id = ids.computeIfAbsent(row.address(), address -> ids.size() + 1L);
        subscriptions.put(
                new Key(list.newsletter(), id),
                new Subscription(
                        row,
                        row.cadence().orElse(list.defaultCadence()),
                        SubscriptionState.CONFIRMED,
                        Optional.empty()));
    }

    @Override
    public synchronized boolean leave(String newsletter, long subscriber) {
        return end(new Key(newsletter, subscriber), EndedBy.READER) == Removal.REMOVED;
    }

    @Override
    public synchronized Removal remove(String newsletter, EmailAddress address) {
        Long id = ids.get(address);
        return id == null ? Removal.UNKNOWN : end(new Key(newsletter, id), EndedBy.OPERATOR);
    }

    private Removal end(Key key, EndedBy by) {
        Subscription before = subscriptions.get(key);
        if (before == null) {
            return Removal.UNKNOWN;
        }
        boolean over = before.state() == SubscriptionState.ENDED;
        if (!over || before.endedBy().equals(Optional.of(EndedBy.LIST))) {
            subscriptions.put(key, before.ended(by));
        }
        return over ? Removal.ENDED_BEFORE : Removal.REMOVED;
    }

    @Override
    public synchronized Optional<EmailAddress> address(String newsletter, long subscriber) {
        return Optional.ofNullable(subscriptions.get(new Key(newsletter, subscriber)))
                .map(subscription -> subscription.row().address());
    }

    @Override
    public synchronized Optional<Subscriber> find(String newsletter, EmailAddress address) {
        return confirmed(newsletter)
                .filter(reader -> reader.address().equals(address))
                .findFirst();
    }

    @Override
    public synchronized Optional<Subscriber> find(String newsletter, long subscriber) {
        return confirmed(newsletter).filter(reader -> reader.id() == subscriber).findFirst();
    }

    @Override
    public synchronized List<Subscriber> beginning(String newsletter, Beginning word, int most) {
        Stream<Subscriber> byAddress = word.spellings().stream()
                .flatMap(letters -> confirmed(newsletter)
                        .filter(reader -> reader.address().toString().startsWith(letters))
                        .sorted(Comparator.comparing(reader -> reader.address().toString())));
        Stream<Subscriber> byName = word.smallSpellings().stream()
                .flatMap(letters -> confirmed(newsletter)
                        .filter(reader -> !reader.name().isEmpty())
                        .filter(reader -> Beginning.small(reader.name()).startsWith(letters))
                        .sorted(Comparator.comparing(reader -> Beginning.small(reader.name()))));
        return Stream.concat(byAddress, byName).distinct().limit(most).toList();
    }

    private Stream<Subscriber> confirmed(String newsletter) {
        return subscriptions.entrySet().stream()
                .filter(entry -> entry.getKey().newsletter().equals(newsletter))
                .filter(entry -> isConfirmed(entry.getValue()))
                .map(entry -> subscriber(entry.getKey(), entry.getValue()));
    }

    @Override
    public synchronized void each(String newsletter, Consumer<Row> row) {
        subscriptions.entrySet().stream()
                .filter(entry -> entry.getKey().newsletter().equals(newsletter))
                .map(entry -> row(entry.getValue()))
                .sorted(Comparator.comparing(r -> r.address().toString()))
                .forEach(row);
    }

    private static Row row(Subscription subscription) {
        ListRow row = subscription.row();
        return new Row(
                row.address(),
                row.name(),
                row.language().map(Locale::toLanguageTag).orElse(""),
                row.topics(),
                subscription.cadence(),
                row.since().map(Object::toString).orElse(""),
                subscription.state(),
                subscription.endedBy(),
                row.fields());
    }

    @Override
    public synchronized Map<SubscriptionState, Long> count(String newsletter) {
        Map<SubscriptionState, Long> counts = new EnumMap<>(SubscriptionState.class);
        for (SubscriptionState state : SubscriptionState.values()) {
            counts.put(state, 0L);
        }
        subscriptions.forEach((key, subscription) -> {
            if (key.newsletter().equals(newsletter)) {
                counts.merge(subscription.state(), 1L, Long::sum);
            }
        });
        return counts;
    }

    /** Puts an address on the list of those never to mail. */
    public synchronized void suppress(EmailAddress address) {
        suppressed.add(address);
    }

    synchronized boolean isSuppressed(EmailAddress address) {
        return suppressed.contains(address);
    }

    synchronized boolean isConfirmed(String newsletter, long subscriber) {
        Subscription subscription = subscriptions.get(new Key(newsletter, subscriber));
        return subscription != null && isConfirmed(subscription);
    }

    private static boolean isConfirmed(Subscription subscription) {
        return subscription.state() == SubscriptionState.CONFIRMED;
    }

    /** Who would get an edition of this cadence, in the order of their numbers. */
    synchronized List<Subscriber> audience(String newsletter, String cadence) {
        return subscriptions.entrySet().stream()
                .filter(entry -> entry.getKey().newsletter().equals(newsletter))
                .filter(entry -> isConfirmed(entry.getValue()))
                .filter(entry -> entry.getValue().cadence().equals(cadence))
                .map(entry -> subscriber(entry.getKey(), entry.getValue()))
                .filter(subscriber -> !suppressed.contains(subscriber.address()))
                .sorted(Comparator.comparingLong(Subscriber::id))
                .toList();
    }

    /** The person as their row says now. */
    synchronized Subscriber subscriber(String newsletter, long subscriber) {
        Key key = new Key(newsletter, subscriber);
        Subscription subscription = subscriptions.get(key);
        if (subscription == null) {
            throw new IllegalStateException("nobody: " + key);
        }
        return subscriber(key, subscription);
    }

    private static Subscriber subscriber(Key key, Subscription subscription) {
        ListRow row = subscription.row();
        return new Subscriber(
                key.subscriber(), row.address(), row.name(), row.language(), row.since(), row.topics(), row.fields());
    }
}
