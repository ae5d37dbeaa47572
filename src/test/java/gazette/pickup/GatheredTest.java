package gazette.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.FeedSource;
import gazette.article.FirstRun;
import gazette.article.MemoryArticles;
import gazette.article.Source;
import gazette.fetch.FakeFetcher;
import gazette.pickup.ScriptedFeed.Item;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feeds for whoever only looks. */
final class GatheredTest {
    private static final FeedSource SOURCE = Feeds.source("http://www.example.org/feed", new FirstRun(2));
    private static final List<Source> WANTED = List.of(SOURCE);

    private final Feeds.HandClock clock = new Feeds.HandClock();
    private final ScriptedFeed feed = new ScriptedFeed(SOURCE.address());
    private final MemoryArticles store = new MemoryArticles();
    private final MemorySources health = new MemorySources();
    private final PickUp pickUp = Feeds.pickUp(store, health, new FakeFetcher(feed::answer), Runnable::run, clock);
    private final Gathered gathered = new Gathered();

    private void publish(int number) {
        clock.pass(Duration.ofMinutes(1));
        feed.items.add(
                0,
                new Item(
                        number,
                        "id-" + number,
                        "http://www.example.org/" + number,
                        "Le texte " + number + ".",
                        clock.instant().atZone(ZoneOffset.UTC)));
    }

    private record Looked(PickUpReport report, MemoryArticles memory) {
        List<String> news() {
            return memory.candidates().stream().map(Article::title).toList();
        }
    }

    private Looked look() {
        MemoryArticles memory = new MemoryArticles();
        memory.keep(store.all());
        return new Looked(gathered.into(memory, pickUp, WANTED), memory);
    }

    @Test
    void aFeedIsAskedWhenItsTimeHasComeAndItsAnswerCountsUntilThen() {
        publish(1);
        assertThat(look().news()).isEmpty();
        assertThat(gathered.isDue(pickUp, WANTED, clock.instant())).isTrue();

        gathered.ask(pickUp, WANTED);
        gathered.ask(pickUp, WANTED);

        assertThat(feed.requests).hasSize(1);
        assertThat(gathered.isDue(pickUp, WANTED, clock.instant())).isFalse();
        assertThat(look().news()).containsExactly("Récit 1");
        assertThat(look().report().fresh()).isEqualTo(1);
        assertThat(store.all()).as("nothing is stored").isEmpty();
        assertThat(health.health(List.of(SOURCE.key()))).containsExactly(Health.unknown(SOURCE.key()));
    }

    @Test
    void whatWasNoNewsAtFirstStaysNoneAndAnUnchangedFeedKeepsItsArticles() {
        publish(1);
        publish(2);
        publish(3);
        gathered.ask(pickUp, WANTED);
        clock.pass(Feeds.EVERY);
        gathered.ask(pickUp, WANTED);
        List<String> unchanged = look().news();
        publish(4);
        clock.pass(Feeds.EVERY);
        long before = gathered.version();

        gathered.ask(pickUp, WANTED);

        assertThat(unchanged).containsExactly("Récit 3", "Récit 2");
        assertThat(look().news()).containsExactly("Récit 4", "Récit 3", "Récit 2");
        assertThat(gathered.version()).isGreaterThan(before);
    }

    @Test
    void whatTheStoreReadLaterCounts() {
        publish(1);
        gathered.ask(pickUp, WANTED);
        feed.items.replaceAll(item -> item.words("Un texte corrigé."));
        clock.pass(Feeds.EVERY);
        pickUp.run(WANTED, Eagerness.DUE);

        Looked looked = look();

        assertThat(looked.report().edited()).isZero();
        assertThat(looked.memory().all()).extracting(Article::lead).containsExactly("Un texte corrigé.");
    }
}
