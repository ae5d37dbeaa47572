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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The way to feeds and pictures: a client for each and the threads that wait for servers. None is there before the first
 * is asked, so that a workspace of folders never loads them.
 */
final class Internet implements AutoCloseable {
    /** As many hosts are waited for at once; each may hold a document in memory, some 20 KB as a rule. */
    private static final int THREADS = 24;
    /** How long, in seconds, a thread without work stays. */
    private static final long IDLE = 10;
    /** What an edition may wait for feeds; a slow feed's articles come in with the next round. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What an edition may wait for its pictures; a late one stays where it is. */
    private static final Duration PICTURE_PATIENCE = Duration.ofSeconds(20);

    private final Settings settings;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "fetch");
                thread.setDaemon(true);
                return thread;
            });
    private final LazyFetcher feeds;
    private final LazyFetcher pictures;
    private final Web web;

    Internet(Settings settings, Clock clock) {
        this.settings = settings;
        this.threads.allowCoreThreadTimeOut(true);
        this.feeds = new LazyFetcher(() -> new WebFetcher(userAgent(), FetchLimits.USUAL, clock));
        this.pictures = new LazyFetcher(() -> new WebFetcher(userAgent(), FetchLimits.PICTURE, clock));
        this.web = new Web(
                feeds, threads, PATIENCE, () -> ThreadLocalRandom.current().nextDouble());
    }

    Web web() {
        return web;
    }

    PictureWeb pictures() {
        return new PictureWeb(pictures, threads, PICTURE_PATIENCE, this::allowed);
    }

    /** Asks whether pages are there. */
    LinkProbe probe() {
        return new WebProbe(feeds, threads);
    }

    /** What the settings let the source with this key name inside one's own network. */
    private PrivateNetworks allowed(String source) {
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
    private String userAgent() {
        String contact = settings.newsletters().isEmpty()
                ? ""
                : "; " + settings.newsletters().get(0).masthead().from().address();
        return "Gazette/" + VersionCommand.number() + " (+" + settings.web().url() + contact + ")";
    }

    @Override
    public void close() {
        threads.shutdown();
        feeds.close();
        pictures.close();
    }
}
