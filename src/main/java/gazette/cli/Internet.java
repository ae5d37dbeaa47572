package gazette.cli;

import gazette.article.FeedSource;
import gazette.article.PrivateNetworks;
import gazette.check.LinkProbe;
import gazette.config.Settings;
import gazette.fetch.FetchLimits;
import gazette.fetch.WebFetcher;
import gazette.pickup.Web;
import gazette.picture.PictureWeb;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The way to feeds, pictures and pages: a client for each and the threads that wait for servers. None is there before the first
 * is asked, so that a workspace of folders never loads them.
 */
final class Internet implements AutoCloseable {
    private static final String PRODUCT = "Gazette/" + VersionCommand.number();

    /** As many hosts are waited for at once; each may hold a document in memory, some 20 KB as a rule. */
    private static final int THREADS = 24;
    /** How long, in seconds, a thread without work stays. */
    private static final long IDLE = 10;
    /** What an edition may wait for feeds; a slow feed's articles come in with the next round. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What an edition may wait for its pictures; a late one stays where it is. */
    private static final Duration PICTURE_PATIENCE = Duration.ofSeconds(20);

    private final String userAgent;
    private final Function<String, PrivateNetworks> allowed;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "fetch");
                thread.setDaemon(true);
                return thread;
            });
    private final LazyFetcher feeds;
    private final LazyFetcher pictures;
    private final LazyFetcher pages;
    private final Web web;

    private Internet(String userAgent, Function<String, PrivateNetworks> allowed, Clock clock) {
        this.userAgent = userAgent;
        this.allowed = allowed;
        this.threads.allowCoreThreadTimeOut(true);
        this.feeds = lazy(FetchLimits.USUAL, clock);
        this.pictures = lazy(FetchLimits.PICTURE, clock);
        this.pages = lazy(FetchLimits.PAGE, clock);
        this.web = new Web(
                feeds, threads, PATIENCE, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** For the sources of a workspace. */
    static Internet of(Settings settings, Clock clock) {
        return new Internet(userAgent(settings), source -> allowed(settings, source), clock);
    }

    /** For pages alone, when there are no settings to say who asks. */
    static Internet withoutSettings(Clock clock) {
        return new Internet(PRODUCT, source -> PrivateNetworks.NONE, clock);
    }

    private LazyFetcher lazy(FetchLimits limits, Clock clock) {
        return new LazyFetcher(() -> new WebFetcher(userAgent, limits, clock));
    }

    /** Where whatever waits for servers may wait beside whoever asked. */
    Executor threads() {
        return threads;
    }

    Web web() {
        return web;
    }

    PictureWeb pictures() {
        return new PictureWeb(pictures, threads, PICTURE_PATIENCE, allowed);
    }

    /** Asks whether pages are there. */
    LinkProbe probe() {
        return new WebProbe(pages, threads);
    }

    /** What the settings let the source with this key name inside one's own network. */
    private static PrivateNetworks allowed(Settings settings, String source) {
        return settings.newsletters().stream()
                .flatMap(newsletter -> newsletter.sources().stream())
                .filter(FeedSource.class::isInstance)
                .map(FeedSource.class::cast)
                .filter(feed -> feed.key().equals(source))
                .map(FeedSource::allowed)
                .findFirst()
                .orElse(PrivateNetworks.NONE);
    }

    /** Who asks, and whom to write to about it. */
    private static String userAgent(Settings settings) {
        String contact = settings.newsletters().isEmpty()
                ? ""
                : "; " + settings.newsletters().get(0).masthead().from().address();
        return PRODUCT + " (+" + settings.web().url() + contact + ")";
    }

    @Override
    public void close() {
        threads.shutdown();
        feeds.close();
        pictures.close();
        pages.close();
    }
}
