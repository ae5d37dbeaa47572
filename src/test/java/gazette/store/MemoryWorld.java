package gazette.store;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.delivery.Outbox;
import gazette.edition.Editions;
import gazette.edition.Plans;
import gazette.mail.EmailAddress;
import gazette.store.memory.MemoryEditions;
import gazette.store.memory.MemoryOutbox;
import gazette.store.memory.MemoryPlans;
import gazette.store.memory.MemorySubscribers;
import gazette.subscriber.Subscribers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports in memory. */
final class MemoryWorld implements World {
    private final Map<Origin, Article> articles = new LinkedHashMap<>();
    private final MemorySubscribers subscribers = new MemorySubscribers();
    private final MemoryPlans plans = new MemoryPlans();
    private final MemoryEditions editions;
    private final MemoryOutbox outbox;

    MemoryWorld(Clock clock) {
        this.editions = new MemoryEditions(() -> List.copyOf(articles.values()), plans, clock);
        this.outbox = new MemoryOutbox(editions, subscribers, clock);
    }

    @Override
    public Subscribers subscribers() {
        return subscribers;
    }

    @Override
    public Editions editions() {
        return editions;
    }

    @Override
    public Plans plans() {
        return plans;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void pickUp(Article article) {
        articles.put(article.origin(), article);
    }

    @Override
    public void suppress(EmailAddress address) {
        subscribers.suppress(address);
    }

    @Override
    public void close() {
        // Memory goes by itself.
    }
}
