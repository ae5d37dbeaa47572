package gazette.pickup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gazette.article.Source;
import gazette.fetch.FetchLimits;
import gazette.fetch.WebFetcher;
import gazette.store.Store;
import gazette.text.FolderReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast and in how much memory: prints its figures and gates nothing but that all is read. */
@Tag("long")
final class PickUpSpeedTest {
    private static final int HOSTS = 25;
    private static final int FEEDS = 1_000;

    private final Feeds.HandClock clock = new Feeds.HandClock();
    private final byte[] feed = LargeFeed.feed(10, 2_000).getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void aThousandFeedsChangedAndUnchanged() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(24);
        ExecutorService serving = Executors.newCachedThreadPool();
        List<HttpServer> servers = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int host = 1; host <= HOSTS; host++) {
            servers.add(serve("127.0.0." + host, serving));
        }
        for (int number = 0; number < FEEDS; number++) {
            InetSocketAddress at = servers.get(number % HOSTS).getAddress();
            sources.add(Feeds.source("http://" + at.getHostString() + ":" + at.getPort() + "/" + number));
        }
        try (Store store = Store.open(folder.resolve("gazette.db"), clock);
                WebFetcher fetcher = new WebFetcher("Gazette-Test/1", FetchLimits.USUAL, clock)) {
            PickUp pickUp = new PickUp(
                    store.articles(),
                    store.sources(),
                    new FolderReader(clock, Duration.ZERO),
                    new Web(fetcher, threads, Duration.ofMinutes(5), () -> 0),
                    clock);
            PickUpReport changed = timed("changed, of " + feed.length + " octets", pickUp, sources);
            assertThat(changed.fresh()).isEqualTo(FEEDS * 10);
            for (int round = 1; round <= 5; round++) {
                PickUpReport unchanged = timed("unchanged, round " + round, pickUp, sources);
                assertThat(unchanged.unchanged()).isEqualTo(FEEDS);
            }
        } finally {
            servers.forEach(server -> server.stop(0));
            threads.shutdownNow();
            serving.shutdownNow();
        }
    }

    private static PickUpReport timed(String what, PickUp pickUp, List<Source> sources) {
        long from = System.nanoTime();
        Duration cpu = cpu();
        PickUpReport report = pickUp.run(sources, Eagerness.NOW);
        System.out.println("P10: " + FEEDS + " " + what + ": " + (System.nanoTime() - from) / 1_000_000 + " ms, "
                + cpu().minus(cpu).toMillis() + " ms of all cores");
        return report;
    }

    /** What the process has used so far, the server of the test included. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private HttpServer serve(String host, ExecutorService threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            boolean isKnown = exchange.getRequestHeaders().containsKey("If-None-Match");
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(isKnown ? 304 : 200, isKnown ? -1 : feed.length);
            if (!isKnown) {
                exchange.getResponseBody().write(feed);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void aFeedOfFiveMegabytesInASmallHeap() throws IOException, InterruptedException {
        for (String heap : List.of("128m", "64m")) {
            Path out = folder.resolve(heap + ".out");
            long from = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heap,
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeFeed.class.getName(),
                            folder.resolve(heap).toString(),
                            "5000")
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            String said = java.nio.file.Files.readString(out, UTF_8);
            System.out.println("P10: 5 MB in " + heap + ": " + (System.nanoTime() - from) / 1_000_000 + " ms, "
                    + said.lines().reduce("", (before, line) -> line));
            if (heap.equals("128m")) {
                assertThat(said).contains("fresh=500 problems=[]");
            }
        }
    }
}
