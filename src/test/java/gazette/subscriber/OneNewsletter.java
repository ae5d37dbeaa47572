package gazette.subscriber;

import gazette.mail.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The subscriptions of one newsletter, to be gone through. */
record OneNewsletter(List<Row> rows) implements Subscribers {
    @Override
    public void each(String newsletter, Consumer<Row> row) {
        rows.forEach(row);
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
    public boolean leave(String newsletter, long subscriber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Removal remove(String newsletter, EmailAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<EmailAddress> address(String newsletter, long subscriber) {
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
