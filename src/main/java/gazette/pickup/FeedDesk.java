package gazette.pickup;

import gazette.article.Article;
import gazette.article.FeedSource;
import gazette.article.Origin;
import gazette.article.Problem;
import gazette.article.SourceReading;
import gazette.feed.FeedArticles;
import gazette.feed.FeedReader;
import gazette.feed.FeedReading;
import gazette.fetch.Document;
import gazette.fetch.Fetched;
import gazette.fetch.Request;
import gazette.pickup.SourceOutcome.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for one feed and takes it apart. Whatever server and feed do, what comes of it is a reading. */
final class FeedDesk {
    private final Web web;
    private final Instant now;

    /** @param now when the round began */
    FeedDesk(Web web, Instant now) {
        this.web = web;
        this.now = now;
    }

    Reading read(FeedSource feed, Health before) {
        Checkup checkup = new Checkup(before, Optional.of(feed.address()), feed.every(), now, web.chance());
        try {
            Fetched fetched = web.fetcher().fetch(request(feed, before));
            return read(feed, checkup, fetched);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) { // ours to mend; the others go on
            String why =
                    "it could not be read (" + broken + "): if it stays so, please report it with the feed's address";
            return failed(feed, checkup, checkup.failed(why, Optional.empty()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return failed(feed, checkup, checkup.failed("reading it was interrupted: try again", Optional.empty()));
        }
    }

    private static Request request(FeedSource feed, Health before) {
        return new Request(before.moved().orElse(feed.address()), before.etag(), before.lastModified(), feed.allowed());
    }

    private Reading read(FeedSource feed, Checkup checkup, Fetched fetched) throws InterruptedException {
        if (fetched instanceof Document document) {
            return read(feed, checkup, document);
        } else if (fetched instanceof Fetched.Unchanged same) {
            return new Reading(feed, Kind.UNCHANGED, checkup.unchanged(same.moved()), false, List.of(), List.of());
        } else if (fetched instanceof Fetched.Gone) {
            return failed(
                    feed,
                    checkup,
                    checkup.gone("its server says that it is gone for good (410): give the feed's"
                            + " new address in the settings, or remove the source"));
        }
        Fetched.Failed failure = (Fetched.Failed) fetched;
        return failed(feed, checkup, checkup.failed(failure.why(), failure.notBefore()));
    }

    private Reading read(FeedSource feed, Checkup checkup, Document document) throws InterruptedException {
        web.desks().acquire();
        try {
            FeedReading reading = FeedReader.read(document.octets(), document.contentType(), document.address());
            if (!reading.isRead()) {
                return failed(feed, checkup, checkup.failed(reading.refusal(), Optional.empty()));
            }
            SourceReading articles = FeedArticles.of(reading, feed, now);
            return new Reading(
                    feed,
                    Kind.READ,
                    checkup.changed(document, reading.title()),
                    checkup.before().lastSuccess().isEmpty(),
                    eachOnce(articles.articles()),
                    articles.problems());
        } finally {
            web.desks().release();
        }
    }

    /** A feed that has a name twice means the first; else its articles would take turns as each other's edit. */
    private static List<Article> eachOnce(List<Article> articles) {
        Map<Origin, Article> once = new LinkedHashMap<>();
        articles.forEach(article -> once.putIfAbsent(article.origin(), article));
        return List.copyOf(once.values());
    }

    private static Reading failed(FeedSource feed, Checkup checkup, Health after) {
        Problem problem = new Problem(SourceOutcome.place(feed), after.error());
        return new Reading(
                feed, Kind.FAILED, after, checkup.before().lastSuccess().isEmpty(), List.of(), List.of(problem));
    }
}
