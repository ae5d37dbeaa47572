package gazette.fetch;

import gazette.fetch.Fetched.Obstacle;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * Fetches from the web over HTTP/1.1 (RFC 9112), one connection per server at a time, kept for the next fetch.
 *
 * <p>A fetch returns within the total limit, plus at most one {@link FetchLimits#turn} in the queue of each server on its
 * way and one in that for large documents. Holds at most {@link FetchLimits#large} documents of more than 256 kB in the
 * making, each for at most twice its size; what becomes of them when they are made is the caller's to limit. Uses no proxy
 * and no cookies.
 */
public final class WebFetcher implements Fetcher {
    private final FetchLimits limits;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor watchdog;
    private final ExecutorService lookups;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;
    private final Turns turns;
    private final Body body;
    private final Trouble trouble;
    private final Future<?> sweeping;
    private volatile boolean isClosed;

    /**
     * With the name servers of this machine, and the certificates that Java trusts.
     *
     * @param userAgent what servers know us by, with a contact in it
     * @param limits in production {@link FetchLimits#USUAL}
     */
    public WebFetcher(String userAgent, FetchLimits limits, Clock clock) {
        this(userAgent, limits, clock, InetAddress::getAllByName, SSLContexts.createDefault());
    }

    WebFetcher(String userAgent, FetchLimits limits, Clock clock, Names names, SSLContext tls) {
        this.limits = limits;
        this.clock = clock;
        this.watchdog = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "fetch-watchdog"));
        this.watchdog.setRemoveOnCancelPolicy(true);
        this.lookups = Executors.newCachedThreadPool(task -> daemon(task, "fetch-lookup"));
        this.connections = Client.connections(limits, names, lookups, tls);
        this.client = Client.over(connections, userAgent, limits);
        this.turns = new Turns(limits.turn());
        this.body = new Body(limits);
        this.trouble = new Trouble(limits);
        this.sweeping = this.watchdog.scheduleWithFixedDelay(this::sweep, 30, 30, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void sweep() {
        connections.closeExpired();
        connections.closeIdle(Client.KEPT);
    }

    @Override
    public Fetched fetch(Request request) {
        try {
            return fetch(request, new Trail(Target.of(request.address()), limits.redirects()));
        } catch (Refused noAddress) {
            return failed(String.valueOf(noAddress.getMessage()), noAddress.obstacle());
        }
    }

    private Fetched fetch(Request request, Trail trail) {
        try (TimeLimit time = new TimeLimit(watchdog, limits.total())) {
            Errand errand = new Errand(request, trail, time, clock);
            Optional<Fetched> answer = Optional.empty();
            while (answer.isEmpty()) {
                answer = step(errand, trail, time);
            }
            return answer.get();
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
            return failed("the fetch was ended before its time", Obstacle.TROUBLE);
        }
    }

    private Optional<Fetched> step(Errand errand, Trail trail, TimeLimit time) throws InterruptedException {
        Target target = trail.here();
        try {
            turns.take(target.server());
            try {
                return errand.ask(client, body);
            } finally {
                turns.giveBack(target.server());
            }
        } catch (IOException | IllegalStateException | RejectedExecutionException failure) {
            return Optional.of(failed(why(target, failure, time), trouble.obstacle(failure)));
        }
    }

    private String why(Target target, Exception failure, TimeLimit time) {
        if (isClosed) {
            return "the fetch was ended before its time";
        }
        return time.isOver() ? trouble.tooLong(target) : trouble.sentence(target, failure);
    }

    private static Fetched failed(String why, Obstacle obstacle) {
        return new Fetched.Failed(why, Optional.empty(), obstacle);
    }

    /** Ends what is under way, and closes all connections. */
    @Override
    public void close() {
        isClosed = true;
        sweeping.cancel(false);
        connections.close(CloseMode.IMMEDIATE);
        client.close(CloseMode.IMMEDIATE);
        watchdog.shutdownNow();
        lookups.shutdownNow();
    }
}
