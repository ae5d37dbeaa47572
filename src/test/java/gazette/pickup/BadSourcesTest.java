package gazette.pickup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gazette.article.Articles;
import gazette.article.FeedSource;
import gazette.article.MemoryArticles;
import gazette.article.Source;
import gazette.digest.MomentOfDeath;
import gazette.fetch.FakeFetcher;
import gazette.fetch.Fetched;
import gazette.fetch.Request;
import gazette.pickup.SourceOutcome.Kind;
import gazette.text.FolderReader;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One bad source of each kind among good ones, and a death at each moment. */
final class BadSourcesTest {
    private static final List<String> BAD =
            List.of("throws", "overflows", "starves", "failed", "gone", "page", "cut", "empty", "hangs");

    private final Feeds.HandClock clock = new Feeds.HandClock();
    private final ExecutorService threads = Executors.newFixedThreadPool(12);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final Map<URI, ScriptedFeed> good = new ConcurrentHashMap<>();

    @AfterEach
    void letGo() {
        hanging.countDown();
        threads.shutdownNow();
    }

    @Test
    void oneBadSourceOfEachKindHarmsNoGoodOne() {
        MemoryArticles articles = new MemoryArticles();
        List<Source> sources = new ArrayList<>();
        for (String kind : BAD) {
            sources.add(Feeds.source("https://" + kind + ".example.org/bad"));
            sources.add(goodSource(kind));
        }

        PickUpReport report =
                pickUp(articles, new MemorySources(), Duration.ofSeconds(2)).run(sources, Eagerness.NOW);

        assertThat(articles.all()).hasSize(BAD.size());
        assertThat(report.fresh()).isEqualTo(BAD.size());
        assertThat(report.late()).isOne();
        assertThat(report.problems())
                .hasSize(BAD.size())
                .allSatisfy(problem -> assertThat(problem.what()).isNotBlank());
    }

    @Test
    void anInterruptedRoundEndsCleanlyAndKeepsWhatItHas() throws InterruptedException {
        MemoryArticles articles = new MemoryArticles();
        List<PickUpReport> reports = new ArrayList<>();
        List<Source> sources = List.of(goodSource("a"), Feeds.source("https://hangs.example.org/bad"));
        Thread round = new Thread(() -> reports.add(
                pickUp(articles, new MemorySources(), Duration.ofMinutes(1)).run(sources, Eagerness.NOW)));
        round.start();
        while (articles.all().isEmpty()) {
            Thread.onSpinWait();
        }
        round.interrupt();
        round.join(5_000);

        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.sources())
                        .extracting(SourceOutcome::kind)
                        .containsExactly(Kind.READ, Kind.LATE));
    }

    @Test
    void aRoundKilledBeforeOrAfterAnyPortCallLosesNoArticle() {
        List<Source> sources = List.of(goodSource("a"), goodSource("b"));
        MomentOfDeath watching = new MomentOfDeath(0);
        killable(new MemoryArticles(), new MemorySources(), watching).run(sources, Eagerness.NOW);
        assertThat(watching.passed()).isGreaterThanOrEqualTo(6);

        for (int fatal = 1; fatal <= watching.passed(); fatal++) {
            MemoryArticles articles = new MemoryArticles();
            MemorySources known = new MemorySources();
            PickUp dying = killable(articles, known, new MomentOfDeath(fatal));
            assertThat(catchThrowableOfType(MomentOfDeath.Killed.class, () -> dying.run(sources, Eagerness.NOW)))
                    .as("killed at moment %d", fatal)
                    .isNotNull();

            killable(articles, known, new MomentOfDeath(0)).run(sources, Eagerness.NOW);

            assertThat(articles.all()).as("after death %d", fatal).hasSize(2);
        }
    }

    private PickUp killable(MemoryArticles articles, MemorySources sources, MomentOfDeath death) {
        return new PickUp(
                death.watch(Articles.class, articles),
                death.watch(Sources.class, sources),
                new FolderReader(clock, Duration.ZERO),
                web(Duration.ofSeconds(20)),
                clock);
    }

    private PickUp pickUp(Articles articles, Sources sources, Duration patience) {
        return new PickUp(articles, sources, new FolderReader(clock, Duration.ZERO), web(patience), clock);
    }

    private Web web(Duration patience) {
        return new Web(new FakeFetcher(this::answer), threads, patience, () -> 0);
    }

    private FeedSource goodSource(String name) {
        FeedSource source = Feeds.source("https://good-" + name + ".example.org/feed");
        ScriptedFeed feed = new ScriptedFeed(source.address());
        String address = "https://example.org/" + name;
        feed.items.add(new ScriptedFeed.Item(
                1, address, address, "Texte.", clock.instant().atZone(ZoneOffset.UTC)));
        good.put(source.address(), feed);
        return source;
    }

    private Fetched answer(Request request) {
        ScriptedFeed feed = good.get(request.address());
        return feed == null ? bad(request) : feed.answer(request);
    }

    private Fetched bad(Request request) {
        return switch (String.valueOf(request.address().getHost()).split("\\.")[0]) {
            case "throws" -> throw new IllegalStateException("a bug");
            case "overflows" -> throw new StackOverflowError();
            case "starves" -> throw new OutOfMemoryError("Java heap space");
            case "failed" -> new Fetched.Failed("no route", Optional.empty());
            case "gone" -> new Fetched.Gone();
            case "page" -> document(request, "<html><body><p>Bienvenue</body></html>");
            case "cut" -> document(request, "\u0000\u0001<");
            case "empty" -> document(request, "");
            default -> hang();
        };
    }

    private Fetched hang() {
        try {
            hanging.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return new Fetched.Gone();
    }

    private static Fetched document(Request request, String text) {
        return FakeFetcher.document(
                text.getBytes(UTF_8), request.address(), Optional.empty(), Optional.of("\"1\""), Optional.empty());
    }
}
