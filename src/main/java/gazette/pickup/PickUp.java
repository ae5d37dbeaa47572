package gazette.pickup;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.FeedSource;
import gazette.article.FolderSource;
import gazette.article.Problem;
import gazette.article.Source;
import gazette.article.SourceReading;
import gazette.pickup.FeedRound.Question;
import gazette.pickup.SourceOutcome.Kind;
import gazette.text.FolderReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through sources and keeps what they hold. Safe to repeat: what is known is not kept again. Killed at any moment,
 * the next round reads again what was not stored.
 */
public final class PickUp {
    private final Articles articles;
    private final Sources sources;
    private final FolderReader folders;
    private final Web web;
    private final Clock clock;

    public PickUp(Articles articles, Sources sources, FolderReader folders, Web web, Clock clock) {
        this.articles = articles;
        this.sources = sources;
        this.folders = folders;
        this.web = web;
        this.clock = clock;
    }

    /** The same, with all that it would keep in {@code memory}: nothing of it, nor of the sources' health, is stored. */
    public PickUp into(Articles memory) {
        return into(memory, new SourcesToLookAt(sources));
    }

    PickUp into(Articles others, Sources health) {
        return new PickUp(others, health, folders, web, clock);
    }

    Articles articles() {
        return articles;
    }

    Sources sources() {
        return sources;
    }

    /**
     * Reads all folders one after the other, then asks for the feeds whose turn it is, all at once. Returns when each
     * has answered, the patience of {@link Web} is used up, or the thread is interrupted, which then still is. A source
     * that fails stops no other; of two with the same key the first counts.
     *
     * @throws RuntimeException when the store cannot be written
     */
    public PickUpReport run(List<Source> wanted, Eagerness eagerness) {
        Map<String, Source> byKey = new LinkedHashMap<>();
        wanted.forEach(source -> byKey.putIfAbsent(source.key(), source));
        List<Health> health = sources.health(List.copyOf(byKey.keySet()));
        Instant now = clock.instant();
        Map<String, SourceOutcome> outcomes = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        for (Health before : health) {
            Source source = byKey.getOrDefault(before.source(), wanted.get(0));
            if (source instanceof FolderSource folder) {
                add(outcomes, new Keeping(articles, sources, now).keep(List.of(read(folder, before, now))));
            } else if (source instanceof FeedSource feed && Turn.hasCome(feed, before, eagerness, now)) {
                questions.add(new Question(feed, before));
            } else {
                outcomes.put(source.key(), leftAlone(source, before, eagerness));
            }
        }
        add(outcomes, new Collecting(new Keeping(articles, sources, now), web).run(questions, now));
        return new PickUpReport(byKey.keySet().stream().map(outcomes::get).toList());
    }

    private static void add(Map<String, SourceOutcome> outcomes, List<SourceOutcome> more) {
        more.forEach(outcome -> outcomes.put(outcome.source(), outcome));
    }

    private Reading read(FolderSource folder, Health before, Instant now) {
        Checkup checkup = new Checkup(before, Optional.empty(), Duration.ZERO, now, web.chance());
        SourceReading reading = folders.read(folder);
        Optional<Problem> failure = reading.problems().stream()
                .filter(problem -> problem.place().equals(folder.name()))
                .findFirst();
        boolean isFirst = before.lastSuccess().isEmpty();
        List<Article> articles = reading.articles();
        Health after = failure.map(problem -> checkup.failed(problem.what(), Optional.empty()))
                .orElseGet(checkup::read);
        return new Reading(
                folder, failure.isEmpty() ? Kind.READ : Kind.FAILED, after, isFirst, articles, reading.problems());
    }

    /** A person who asks is told why; the schedule's own rounds keep silent about it. */
    private static SourceOutcome leftAlone(Source source, Health health, Eagerness eagerness) {
        List<Problem> problems = switch (eagerness) {
            case NOW -> List.of(new Problem(SourceOutcome.place(source), Turn.whyNot(health)));
            case DUE -> List.of();
        };
        return SourceOutcome.without(source, Kind.LEFT_ALONE, problems);
    }

    /** Forgets what keeps these sources from being asked: that they are gone, failed, or asked to be left alone. */
    public void askAgain(List<Source> wanted) {
        List<String> keys = wanted.stream().map(Source::key).distinct().toList();
        sources.keep(sources.health(keys).stream().map(Health::askedAgain).toList());
    }
}
