package gazette.pickup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.FeedSource;
import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.edition.Selection;
import gazette.edition.Supply;
import gazette.fetch.FakeFetcher;
import gazette.mail.Mailbox;
import gazette.pickup.ScriptedFeed.Item;
import gazette.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred polls of a feed that changes in every way that feeds do, with an edition after each. */
final class PollsTest {
    private static final Cadence DAILY = new Cadence("daily", "0 0 7 * * ?");
    private static final FeedSource SOURCE = Feeds.source("http://www.example.org/feed");

    private final Feeds.HandClock clock = new Feeds.HandClock();
    private final ScriptedFeed feed = new ScriptedFeed(SOURCE.address());
    private final List<Item> gone = new ArrayList<>();
    private int stories;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void eachArticleIsInExactlyOneEditionHoweverTheFeedChanges(long seed) {
        Random chance = new Random(seed);
        try (Store store = Store.open(folder.resolve("gazette.db"), clock)) {
            PickUp pickUp = Feeds.pickUp(
                    store.articles(), store.sources(), new FakeFetcher(feed::answer), Runnable::run, clock);
            for (int poll = 0; poll < 100; poll++) {
                clock.pass(Feeds.EVERY);
                change(poll, chance);
                PickUpReport report = pickUp.run(List.of(SOURCE), Eagerness.DUE);

                assertThat(report.problems()).as("poll %d, seed %d", poll, seed).isEmpty();
                store.editions().resumeOrCompose(newsletter(), DAILY, clock.instant(), Notes.NONE);
            }

            assertThat(appearances(store)).as("seed %d", seed).isEqualTo(eachOnce());
            Health health = store.sources().health(List.of(SOURCE.key())).get(0);
            assertThat(health.moved()).contains(feed.home);
        }
        assertThat(feed.requests).hasSize(100);
        assertThat(feed.documents).as("polls that were answered with 304").isLessThan(90);
        assertThat(feed.requests.stream().filter(request -> request.etag().isPresent()))
                .hasSizeGreaterThan(30);
    }

    private void change(int poll, Random chance) {
        switch (poll) {
            case 20 -> feed.charset = ISO_8859_1;
            case 30 -> feed.items.replaceAll(item -> item.guid(item.guid().replace("http:", "https:")));
            case 40 -> feed.items.replaceAll(item -> item.address(item.address().replace("http:", "https:")));
            case 50 -> feed.home = URI.create("https://example.org/rss.xml");
            case 60 -> feed.items.replaceAll(item -> item.guid("neuf-" + item.number()));
            case 65 -> feed.sendsEtag = false;
            case 70 -> feed.charset = UTF_8;
            case 80 ->
                feed.items.replaceAll(item -> item.published(clock.instant().atZone(ZoneOffset.UTC)));
            default -> changeOne(poll, chance);
        }
    }

    private void changeOne(int poll, Random chance) {
        int one = feed.items.isEmpty() ? 0 : chance.nextInt(feed.items.size());
        switch (feed.items.size() < 4 ? 0 : chance.nextInt(8)) {
            case 0 -> feed.items.add(0, story(poll));
            case 1 -> feed.items.set(one, feed.items.get(one).words("Une autre version, au relevé " + poll + "."));
            case 2 ->
                feed.items.set(
                        one, feed.items.get(one).published(clock.instant().atZone(ZoneOffset.UTC)));
            case 3 -> Collections.shuffle(feed.items, chance);
            case 4 -> gone.add(feed.items.remove(one));
            case 5 -> {
                feed.items.addAll(gone);
                gone.clear();
            }
            default -> {}
        }
    }

    /** Every third comes without a GUID. */
    private Item story(int poll) {
        stories++;
        String address = "http://www.example.org/recits/" + stories;
        return new Item(
                stories,
                stories % 3 == 0 ? "" : address + "/",
                address,
                "Le récit du relevé " + poll + ", né été comme hiver.",
                clock.instant().atZone(ZoneOffset.UTC));
    }

    private Map<String, Integer> eachOnce() {
        Map<String, Integer> once = new TreeMap<>();
        for (int number = 1; number <= stories; number++) {
            once.put("Récit " + number, 1);
        }
        return once;
    }

    private static Map<String, Integer> appearances(Store store) {
        return store.editions().list(Optional.empty()).stream()
                .flatMap(summary -> store.editions().find(summary.id()).stream())
                .flatMap(edition -> edition.articles().stream())
                .collect(Collectors.toMap(article -> article.title(), article -> 1, Integer::sum, TreeMap::new));
    }

    private static Newsletter newsletter() {
        Masthead masthead = new Masthead(
                "la-gazette",
                "La Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.empty(),
                Locale.FRENCH,
                ZoneId.of("Europe/Paris"),
                "1 rue de l’Exemple, 75002 Paris",
                URI.create("https://lettre.example.org"));
        return new Newsletter(
                masthead,
                List.of(Supply.of(SOURCE)),
                Selection.of(new ArticleLimits(1, 50)),
                List.of(DAILY),
                Optional.empty(),
                "digest",
                Duration.ZERO,
                InDoubtPolicy.RETRY);
    }
}
