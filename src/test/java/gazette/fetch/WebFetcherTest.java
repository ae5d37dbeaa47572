package gazette.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Network;
import gazette.article.PrivateNetworks;
import gazette.delivery.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What many fetches at once may do to each other. */
@Timeout(60)
final class WebFetcherTest {
    private static final FetchLimits LIMITS = new FetchLimits(
            10_000_000,
            Duration.ofSeconds(8),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            5,
            16_384,
            128,
            4);
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void aThousandUnchangedFeedsOfOneHostGoThroughOneConnection() throws Exception {
        try (BusyHttp server =
                        new BusyHttp("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n".getBytes(ISO_8859_1), 0);
                WebFetcher fetcher = fetcher(LIMITS)) {
            together(fetcher, 16, 20, i -> server.address("127.0.0.1", i));
            long start = System.nanoTime();
            List<Fetched> all = together(fetcher, 16, 1000, i -> server.address("127.0.0.1", i));
            long millis = (System.nanoTime() - start) / 1_000_000;

            System.out.println("1,000 unchanged feeds: " + millis + " ms over " + server.connections() + " connection");
            assertThat(all).hasSize(1000).allMatch(Fetched.Unchanged.class::isInstance);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.mostAtOnce()).isEqualTo(1);
        }
    }

    @Test
    void hundredsOfHostsAreAskedAtOnce() throws Exception {
        try (BusyHttp server = new BusyHttp(answer(1000), 200);
                WebFetcher fetcher = fetcher(LIMITS)) {
            List<Fetched> all = together(fetcher, 200, 200, i -> server.address("h" + i + ".example.org", i));

            assertThat(all).hasSize(200).allMatch(Document.class::isInstance);
            assertThat(server.mostAtOnce()).isEqualTo(200);
        }
    }

    @Test
    void largeDocumentsOfManyHostsAllArrive() throws Exception {
        try (BusyHttp server = new BusyHttp(answer(9_900_000), 0);
                WebFetcher fetcher = fetcher(LIMITS)) {
            List<Future<String>> fetches = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                URI address = server.address("h" + i + ".example.org", i);
                fetches.add(callers.submit(() -> told(fetcher.fetch(request(address)))));
            }

            for (Future<String> fetch : fetches) {
                assertThat(fetch.get()).isEqualTo("9900000 octets");
            }
        }
    }

    @Test
    void aFetchThatWaitedForItsTurnHasAllItsTimeStill() throws Exception {
        FetchLimits tight = new FetchLimits(
                10_000_000, Duration.ofMillis(1500), LIMITS.connect(), LIMITS.idle(), LIMITS.turn(), 5, 16_384, 128, 4);
        List<String> script = List.of(
                "request",
                "drip HTTP/1.1 200 OK",
                "connection",
                "request",
                "drip HTTP/1.1 200 OK",
                "connection",
                "request",
                "S: HTTP/1.1 200 OK",
                "S: Content-Length: 1",
                "S:",
                "B: x");
        try (ScriptedHttp slow = new ScriptedHttp(script, Optional.empty());
                WebFetcher fetcher = fetcher(tight)) {
            URI address = URI.create("http://127.0.0.1:" + slow.port() + "/");
            List<Future<String>> fetches = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                fetches.add(callers.submit(() -> told(fetcher.fetch(request(address)))));
            }

            List<String> told = new ArrayList<>();
            for (Future<String> fetch : fetches) {
                told.add(fetch.get());
            }
            assertThat(told)
                    .filteredOn(answer -> answer.contains("took longer"))
                    .hasSize(2);
            assertThat(told).contains("1 octets");
        }
    }

    private static String told(Fetched fetched) {
        return fetched instanceof Document document ? document.octets().length + " octets" : fetched.toString();
    }

    @Test
    void aNameServerThatNeverAnswersHoldsAFetchNoLongerThanItsLimit() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Names stuck = name -> {
            try {
                never.await();
            } catch (InterruptedException toldToEnd) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[0];
        };
        try (WebFetcher fetcher = new WebFetcher("Gazette", LIMITS, clock(), stuck, Loopback.context())) {
            Fetched fetched = fetcher.fetch(request(URI.create("http://muet.example.org/")));

            assertThat(((Fetched.Failed) fetched).why()).contains("do not say within 1 s", "muet.example.org");
        }
    }

    @Test
    void aFetchUnderWayEndsWhenTheFetcherIsClosed() throws Exception {
        try (ScriptedHttp silent = new ScriptedHttp(List.of("request", "wait"), Optional.empty());
                WebFetcher fetcher = fetcher(LIMITS)) {
            Future<Fetched> held =
                    callers.submit(() -> fetcher.fetch(request(URI.create("http://127.0.0.1:" + silent.port() + "/"))));
            org.awaitility.Awaitility.await().until(() -> !silent.heard().isEmpty());
            Runnable closing = fetcher::close;
            closing.run();

            assertThat(((Fetched.Failed) held.get()).why()).contains("ended before its time");
            assertThat(fetcher.fetch(request(URI.create("http://127.0.0.1:1/"))))
                    .isInstanceOf(Fetched.Failed.class);
        }
    }

    private interface Addresses {
        URI address(int number);
    }

    private List<Fetched> together(WebFetcher fetcher, int threads, int fetches, Addresses addresses)
            throws InterruptedException, ExecutionException {
        List<Future<List<Fetched>>> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            parts.add(callers.submit(() -> {
                List<Fetched> part = new ArrayList<>();
                for (int i = first; i < fetches; i += threads) {
                    part.add(fetcher.fetch(request(addresses.address(i))));
                }
                return part;
            }));
        }
        List<Fetched> all = new ArrayList<>();
        for (Future<List<Fetched>> part : parts) {
            all.addAll(part.get());
        }
        return all;
    }

    private static Request request(URI address) {
        return new Request(address, Optional.of("\"v1\""), Optional.empty(), new PrivateNetworks(List.of("127.0.0.1")));
    }

    private static byte[] answer(int octets) {
        return ("HTTP/1.1 200 OK\r\nContent-Length: " + octets + "\r\n\r\n" + "x".repeat(octets)).getBytes(ISO_8859_1);
    }

    private static WebFetcher fetcher(FetchLimits limits) throws IOException {
        InetAddress here = Network.address("127.0.0.1").orElseThrow();
        return new WebFetcher("Gazette", limits, clock(), name -> new InetAddress[] {here}, Loopback.context());
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    }
}
