package gazette.check;

import gazette.article.FeedSource;
import gazette.article.FolderSource;
import gazette.article.Source;
import gazette.check.Finding.Level;
import gazette.pickup.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rules on how one source is doing. */
public final class SourceRules {
    /** Shorter, and a night of maintenance would raise an alarm. */
    private static final Duration FAILING = Duration.ofDays(1);

    private static final Duration FAILING_LONG = Duration.ofDays(7);

    /** Silence that is odd whatever the rhythm was, and where there is too little to tell one. */
    private static final Duration SILENT = Duration.ofDays(30);

    /** Silence of less than this is a weekend with a holiday. */
    private static final Duration NEVER_SILENT = Duration.ofDays(4);

    /** So many times the usual time between two articles: those of a working week come as far apart by chance. */
    private static final int TIMES_THE_RHYTHM = 10;

    /** Fewer articles make no rhythm. */
    private static final int ENOUGH = 6;

    private final Source source;
    private final Health health;
    private final List<Instant> published;
    private final Instant now;

    private SourceRules(Source source, Health health, List<Instant> published, Instant now) {
        this.source = source;
        this.health = health;
        this.published = published;
        this.now = now;
    }

    /**
     * What is the matter with {@code source}.
     *
     * @param published when its newest articles were, in any order; they tell its rhythm
     */
    public static List<Finding> of(Source source, Health health, List<Instant> published, Instant now) {
        return new SourceRules(source, health, published, now).findings();
    }

    /** How people know a source: its name or title and its address, or its folder. */
    public static String place(Source source, Health health) {
        if (source instanceof FeedSource feed) {
            String name = feed.name().isEmpty() ? health.title() : feed.name();
            return name.isEmpty() ? feed.address().toString() : name + " (" + feed.address() + ")";
        }
        return source instanceof FolderSource folder ? folder.name() : source.key();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (health.isGone()) {
            findings.add(finding(
                    Level.ERROR,
                    "source-gone",
                    Sentence.of("its server says that it is gone for good (410); it is asked no more"),
                    Sentence.of("find its new address, or remove it: gazette sources remove")));
        } else if (health.failures() > 0) {
            failing().ifPresent(findings::add);
        } else if (health.lastTry().isEmpty()) {
            findings.add(finding(
                    Level.INFO,
                    "source-unread",
                    Sentence.of("it was never read"),
                    Sentence.of("read it now: gazette articles fetch")));
        } else {
            silent().ifPresent(findings::add);
        }
        health.moved()
                .ifPresent(moved -> findings.add(finding(
                        Level.INFO,
                        "source-moved",
                        Sentence.of("it has moved for good to {0}, where it is asked now", moved),
                        Sentence.of("put that address into gazette.yaml before the old one goes away"))));
        return findings;
    }

    private Optional<Finding> failing() {
        Term error = new Term.Said(health.error());
        int often = health.failures();
        if (health.lastSuccess().isEmpty()) {
            Sentence never = Sentence.named(
                    "source-failing.never", "it could never be read{0?|, # times in a row}: {1}", often, error);
            return Optional.of(finding(Level.WARN, "source-failing", never, REMEDY));
        }
        Duration since = Duration.between(health.lastSuccess().get(), now);
        if (since.compareTo(FAILING) <= 0) {
            return Optional.of(finding(
                    Level.INFO,
                    "source-failing",
                    Sentence.named(
                            "source-failing.once",
                            "it could not be read the last time{0?|, # times in a row}: {1}",
                            often,
                            error),
                    Sentence.named("source-failing.nothing", "nothing yet: it is asked again by itself")));
        }
        Level level = since.compareTo(FAILING_LONG) > 0 ? Level.ERROR : Level.WARN;
        Sentence what = Sentence.named(
                "source-failing.long",
                "it could not be read for {0}{1?|, # times in a row}, so nothing of it is in: {2}",
                days(since),
                often,
                error);
        return Optional.of(finding(level, "source-failing", what, REMEDY));
    }

    private static final Sentence REMEDY = Sentence.named(
            "source-failing.open",
            "open its address in a browser; then: gazette articles fetch --again, or gazette sources remove");

    private Optional<Finding> silent() {
        Optional<Instant> last = health.lastNew().or(() -> published.stream().max(Comparator.naturalOrder()));
        return last.map(then -> Duration.between(then, now))
                .filter(silence -> silence.compareTo(patience()) > 0)
                .map(silence -> finding(
                        Level.WARN,
                        "source-silent",
                        Sentence.of(
                                "nothing new came for {0}{1}",
                                days(silence), rhythm().map(SourceRules::usual).orElse(Sentence.NOTHING)),
                        Sentence.of("see whether it has moved to another address; if it has ended, remove it")));
    }

    /** The silence from which this source is silent. */
    private Duration patience() {
        return rhythm().map(usual -> usual.multipliedBy(TIMES_THE_RHYTHM))
                .map(tenfold -> tenfold.compareTo(NEVER_SILENT) < 0 ? NEVER_SILENT : tenfold)
                .filter(patience -> patience.compareTo(SILENT) < 0)
                .orElse(SILENT);
    }

    /** The middle one of the times between two of its articles, if there are enough. */
    private Optional<Duration> rhythm() {
        List<Instant> times = published.stream().sorted().toList();
        if (times.size() < ENOUGH) {
            return Optional.empty();
        }
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        return Optional.of(gaps.stream().sorted().toList().get(gaps.size() / 2));
    }

    private Finding finding(Level level, String rule, Sentence what, Sentence remedy) {
        return new Finding(level, rule, Place.named(place(source, health)), what, remedy);
    }

    private static Sentence usual(Duration rhythm) {
        return rhythm.compareTo(Duration.ofDays(1)) < 0
                ? Sentence.named("source-silent.hours", ", where hours between two articles were usual")
                : Sentence.named("source-silent.days", ", where {0} between two articles were usual", days(rhythm));
    }

    private static Sentence days(Duration duration) {
        return Sentence.named("source.days", "{0?a day|# days}", Math.max(1, duration.toDays()));
    }
}
