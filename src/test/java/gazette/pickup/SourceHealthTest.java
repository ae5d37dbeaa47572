package gazette.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.FeedSource;
import gazette.article.FirstRun;
import gazette.article.MemoryArticles;
import gazette.article.Problem;
import gazette.fetch.FakeFetcher;
import gazette.fetch.Fetched;
import gazette.fetch.Request;
import gazette.pickup.SourceOutcome.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** When a feed is asked, what with, and what is remembered of it. */
final class SourceHealthTest {
    private static final FeedSource SOURCE = Feeds.source("https://example.org/feed");
    private static final URI ELSEWHERE = URI.create("https://example.net/feed");
    private static final Fetched BROKEN = new Fetched.Failed("the server answers 500: try later", Optional.empty());

    private final Feeds.HandClock clock = new Feeds.HandClock();
    private final MemoryArticles articles = new MemoryArticles();
    private final MemorySources sources = new MemorySources();
    private final ScriptedFeed feed = new ScriptedFeed(SOURCE.address());
    private Function<Request, Fetched> server = feed::answer;

    private final PickUp pickUp =
            Feeds.pickUp(articles, sources, new FakeFetcher(request -> server.apply(request)), Runnable::run, clock);

    @Test
    void whatTheServerGaveIsAskedWithTheNextTime() {
        add(1);
        run(Eagerness.NOW);
        SourceOutcome second = run(Eagerness.NOW);

        assertThat(feed.requests.get(0).etag()).isEmpty();
        assertThat(feed.requests.get(1).etag()).isPresent();
        assertThat(feed.requests.get(1).lastModified()).isPresent();
        assertThat(second.kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(health().title()).isEqualTo("Agence Exemple");
    }

    @Test
    void theScheduleAsksWhenTheTimeHasComeAndAPersonAtOnce() {
        run(Eagerness.DUE);
        clock.pass(Feeds.EVERY.minusMinutes(1));
        assertThat(run(Eagerness.DUE).kind()).isEqualTo(Kind.LEFT_ALONE);
        assertThat(run(Eagerness.NOW).kind()).isEqualTo(Kind.UNCHANGED);
        clock.pass(Feeds.EVERY);
        assertThat(run(Eagerness.DUE).kind()).isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void whoFailsIsAskedLessAndLessOftenUpToOnceADay() {
        server = request -> BROKEN;
        Duration wait = Feeds.EVERY;
        for (int failure = 1; failure <= 12; failure++) {
            run(Eagerness.DUE);
            assertThat(health().failures()).isEqualTo(failure);
            assertThat(health().nextTry()).contains(clock.instant().plus(wait));
            clock.pass(wait);
            wait = wait.multipliedBy(2).compareTo(Duration.ofHours(24)) > 0
                    ? Duration.ofHours(24)
                    : wait.multipliedBy(2);
        }
        assertThat(health().error()).contains("500");

        server = feed::answer;
        run(Eagerness.DUE);
        assertThat(health().failures()).isZero();
        assertThat(health().error()).isEmpty();
    }

    @Test
    void aPersonMayAskWhoFailedAgainAfterAMinute() {
        server = request -> BROKEN;
        run(Eagerness.NOW);
        clock.pass(Duration.ofSeconds(59));
        assertThat(run(Eagerness.NOW).kind()).isEqualTo(Kind.LEFT_ALONE);
        clock.pass(Duration.ofSeconds(1));
        assertThat(run(Eagerness.NOW).kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void whoAsksToBeLeftAloneIsWhoeverAsks() {
        server = request -> new Fetched.Failed(
                "too many requests", Optional.of(clock.instant().plus(Duration.ofHours(3))));
        run(Eagerness.NOW);
        server = feed::answer;
        clock.pass(Duration.ofHours(2));

        assertThat(run(Eagerness.DUE).kind()).isEqualTo(Kind.LEFT_ALONE);
        SourceOutcome asked = run(Eagerness.NOW);
        assertThat(asked.kind()).isEqualTo(Kind.LEFT_ALONE);
        assertThat(asked.problems())
                .extracting(Problem::what)
                .singleElement()
                .asString()
                .contains("2026-11-20T15:00");
        clock.pass(Duration.ofHours(1));
        assertThat(run(Eagerness.DUE).kind()).isEqualTo(Kind.READ);
    }

    @Test
    void whatIsGoneForGoodIsAskedOnlyWhenAPersonInsists() {
        server = request -> new Fetched.Gone();
        run(Eagerness.NOW);
        server = feed::answer;
        clock.pass(Duration.ofDays(30));

        assertThat(run(Eagerness.NOW).kind()).isEqualTo(Kind.LEFT_ALONE);
        assertThat(run(Eagerness.DUE).kind()).isEqualTo(Kind.LEFT_ALONE);
        pickUp.askAgain(List.of(SOURCE));
        assertThat(run(Eagerness.DUE).kind()).isEqualTo(Kind.READ);
    }

    @Test
    void whatMovedForGoodIsAskedWhereItIsNow() {
        feed.home = ELSEWHERE;
        run(Eagerness.NOW);
        run(Eagerness.NOW);

        assertThat(feed.requests).extracting(Request::address).containsExactly(SOURCE.address(), ELSEWHERE);
    }

    @Test
    void aMoveThatFailsForADayIsForgotten() {
        feed.home = ELSEWHERE;
        run(Eagerness.NOW);
        server = request -> request.address().equals(ELSEWHERE) ? BROKEN : feed.answer(request);
        clock.pass(Duration.ofHours(23));
        assertThat(run(Eagerness.NOW).kind()).isEqualTo(Kind.FAILED);
        assertThat(health().moved()).contains(ELSEWHERE);
        clock.pass(Duration.ofHours(2));
        assertThat(run(Eagerness.NOW).kind()).isEqualTo(Kind.FAILED);

        feed.home = SOURCE.address();
        clock.pass(Duration.ofHours(2));
        assertThat(run(Eagerness.NOW).kind()).isEqualTo(Kind.READ);
        assertThat(feed.requests.get(1).etag()).as("an ETag of another address").isEmpty();
    }

    @Test
    void aFirstReadingTakesTheNewestAndOnlyASuccessIsOne() {
        FeedSource careful = Feeds.source("https://example.org/feed", new FirstRun(2));
        server = request -> BROKEN;
        pickUp.run(List.of(careful), Eagerness.NOW);
        clock.pass(Duration.ofMinutes(2));
        server = feed::answer;
        for (int number = 1; number <= 5; number++) {
            add(number);
        }

        PickUpReport first = pickUp.run(List.of(careful), Eagerness.NOW);
        add(6);
        PickUpReport second = pickUp.run(List.of(careful), Eagerness.NOW);

        assertThat(List.of(first.fresh(), first.known())).containsExactly(2, 3);
        assertThat(second.fresh()).isOne();
        assertThat(articles.candidates())
                .extracting(article -> article.title())
                .containsExactlyInAnyOrder("Récit 4", "Récit 5", "Récit 6");
    }

    private void add(int number) {
        String address = "https://example.org/" + number;
        feed.items.add(new ScriptedFeed.Item(
                number,
                address,
                address,
                "Texte " + number + ".",
                clock.instant().plusSeconds(number).atZone(ZoneOffset.UTC)));
    }

    private SourceOutcome run(Eagerness eagerness) {
        return pickUp.run(List.of(SOURCE), eagerness).sources().get(0);
    }

    private Health health() {
        return sources.health(List.of(SOURCE.key())).get(0);
    }
}
