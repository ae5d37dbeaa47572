package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.check.LinkProbe.Doubt;
import gazette.check.LinkProbe.Kind;
import gazette.fetch.Fetched;
import gazette.fetch.Fetched.Obstacle;
import gazette.fetch.Fetcher;
import gazette.fetch.Request;
import gazette.fetch.Wanted;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WebProbeTest {
    private static final URI THERE = URI.create("https://example.org/there");
    private static final URI GONE = URI.create("https://example.org/gone");
    private static final URI FAILED = URI.create("https://example.org/failed");
    private static final URI SILENT = URI.create("https://example.org/silent");

    private static final URI BUSY = URI.create("https://example.org/busy");
    private static final URI CLOSED = URI.create("https://example.org/closed");

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letEverybodyGo() {
        end.countDown();
        threads.shutdownNow();
    }

    @Test
    void whatLeadsToNoPageIsBrokenAndWhoSaysNothingIsNot() {
        WebProbe probe = new WebProbe(new Site(), threads, Duration.ofMillis(500));

        Map<URI, Doubt> doubts = probe.doubts(Set.of(THERE, GONE, FAILED, SILENT));

        assertThat(doubts)
                .containsOnlyKeys(GONE, FAILED)
                .containsEntry(FAILED, new Doubt(Kind.NO_PAGE, "it answered 404"));
    }

    @Test
    void aPageThatIsRefusedIsNamedAsThatAndAServerThatIsAskedTooOftenSaysNothingOfIt() {
        WebProbe probe = new WebProbe(new Site(), threads, Duration.ofSeconds(20));

        Map<URI, Doubt> doubts = probe.doubts(Set.of(CLOSED, BUSY));

        assertThat(doubts).containsOnly(Map.entry(CLOSED, new Doubt(Kind.REFUSED, "it answered 403")));
    }

    private final class Site implements Fetcher {
        @Override
        public Fetched fetch(Request request) {
            if (request.address().equals(GONE)) {
                return new Fetched.Gone();
            }
            if (request.wanted() != Wanted.PAGE) {
                throw new IllegalArgumentException("it reads what it only has to find");
            }
            if (request.address().equals(FAILED)) {
                return new Fetched.Failed("it answered 404: check the address of the feed", Optional.empty());
            }
            if (request.address().equals(CLOSED)) {
                return new Fetched.Failed("it answered 403", Optional.empty(), Obstacle.CLOSED);
            }
            if (request.address().equals(BUSY)) {
                return new Fetched.Failed("it answered 429", Optional.empty(), Obstacle.BUSY);
            }
            if (request.address().equals(SILENT)) {
                await();
            }
            return new Fetched.There();
        }

        private void await() {
            try {
                end.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {}
    }
}
