package gazette.cli;

import gazette.config.Settings;
import gazette.fetch.FetchLimits;
import gazette.fetch.Fetched;
import gazette.fetch.Fetcher;
import gazette.fetch.Request;
import gazette.fetch.WebFetcher;
import gazette.pickup.Web;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way to the feeds: a client and the threads that wait for servers. Neither is there before the first feed is asked,
 * so that a workspace of folders never loads them. Its monitor guards the client.
 */
final class Internet implements Fetcher {
    /** As many hosts are waited for at once; each may hold a document in memory, some 20 KB as a rule. */
    private static final int THREADS = 24;
    /** How long, in seconds, a thread without work stays. */
    private static final long IDLE = 10;
    /** What an edition may wait for feeds; a slow feed's articles come in with the next round. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Settings settings;
    private final Clock clock;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "fetch");
                thread.setDaemon(true);
                return thread;
            });
    private final Web web;
    private @Nullable Fetcher client;
    private boolean isClosed;

    Internet(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.threads.allowCoreThreadTimeOut(true);
        this.web = new Web(
                this, threads, PATIENCE, () -> ThreadLocalRandom.current().nextDouble());
    }

    Web web() {
        return web;
    }

    @Override
    public Fetched fetch(Request request) {
        return client().fetch(request);
    }

    private synchronized Fetcher client() {
        if (isClosed) {
            throw new IllegalStateException("the workspace is closed");
        }
        Fetcher made = client == null ? new WebFetcher(userAgent(), FetchLimits.USUAL, clock) : client;
        client = made;
        return made;
    }

    /** Who asks, and whom to write to about it. */
    private String userAgent() {
        String contact = settings.newsletters().isEmpty()
                ? ""
                : "; " + settings.newsletters().get(0).masthead().from().address();
        return "Gazette/" + VersionCommand.number() + " (+" + settings.web().url() + contact + ")";
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        threads.shutdown();
        if (client != null) {
            client.close();
        }
    }
}
