package gazette.web;

import gazette.mail.EmailAddress;
import gazette.subscriber.Beginning;
import gazette.subscriber.ImportReport;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Subscribers;
import gazette.subscriber.SubscriptionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Some subscriptions in memory, of which one can see who left; may go away as a store does. */
final class FewSubscribers implements Subscribers {
    private final Map<String, EmailAddress> addresses = new ConcurrentHashMap<>();
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    void add(String newsletter, long subscriber, String address) {
        addresses.put(newsletter + "/" + subscriber, EmailAddress.of(address));
    }

    List<String> left() {
        return List.copyOf(new TreeSet<>(left));
    }

    void goAway() {
        away = true;
    }

    private void needStore() {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
    }

    @Override
    public boolean leave(String newsletter, long subscriber) {
        needStore();
        String key = newsletter + "/" + subscriber;
        return addresses.containsKey(key) && left.add(key);
    }

    @Override
    public Optional<EmailAddress> address(String newsletter, long subscriber) {
        needStore();
        return Optional.ofNullable(addresses.get(newsletter + "/" + subscriber));
    }

    @Override
    public ImportReport take(ListImport list) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImportReport rehearse(ListImport list) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Removal remove(String newsletter, EmailAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void each(String newsletter, Consumer<Row> row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Subscriber> find(String newsletter, EmailAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Subscriber> find(String newsletter, long subscriber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Subscriber> beginning(String newsletter, Beginning word, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<SubscriptionState, Long> count(String newsletter) {
        throw new UnsupportedOperationException();
    }
}
