package gazette.pickup;

import gazette.article.Articles;
import gazette.article.FeedSource;
import gazette.article.FirstRun;
import gazette.article.PrivateNetworks;
import gazette.article.SourceLanguage;
import gazette.fetch.Fetcher;
import gazette.text.FolderReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/** What tests of feeds begin with: a clock to move, sources, and a pick-up over given ports. */
final class Feeds {
    static final Duration EVERY = Duration.ofMinutes(15);

    private Feeds() {}

    /** A clock that stands still until it is moved. */
    static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    static FeedSource source(String address) {
        return source(address, FirstRun.ALL);
    }

    static FeedSource source(String address, FirstRun first) {
        return new FeedSource(
                URI.create(address),
                "",
                ZoneId.of("Europe/Paris"),
                SourceLanguage.of(Locale.FRENCH),
                EVERY,
                first,
                new PrivateNetworks(List.of("127.0.0.0/8")));
    }

    static PickUp pickUp(Articles articles, Sources sources, Fetcher fetcher, Executor threads, Clock clock) {
        return new PickUp(
                articles,
                sources,
                new FolderReader(clock, Duration.ZERO),
                new Web(fetcher, threads, Duration.ofSeconds(20), () -> 0),
                clock);
    }
}
