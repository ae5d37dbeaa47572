package gazette.pickup;

import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.FeedSource;
import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Source;
import gazette.pickup.SourceOutcome.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What feeds gave to whoever only looks, kept in memory instead of the store. A feed is asked when its time has come, by
 * what is known of it here or in the store; between two times its last answer counts, until the store has a newer one.
 * Safe to use from many threads: each feed's answer is put in its place as a whole.
 */
public final class Gathered {
    private final Map<String, Health> health = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, SourceOutcome> outcomes = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    /**
     * What a feed held when it last had something new to say.
     *
     * @param old those that its first reading leaves out
     */
    private record Answer(List<Article> articles, Set<Origin> old) {}

    /** Changes whenever a feed has answered. */
    public long version() {
        return version.get();
    }

    /** Whether it is time to ask some of these feeds. */
    public boolean isDue(PickUp pickUp, List<Source> wanted, Instant now) {
        Map<String, Health> known = known(pickUp.sources(), wanted);
        return feeds(wanted).stream()
                .anyMatch(feed -> Turn.hasCome(
                        feed, known.getOrDefault(feed.key(), Health.unknown(feed.key())), Eagerness.DUE, now));
    }

    /** Asks those whose time has come, and waits for them as a round does. Stores nothing. */
    public void ask(PickUp pickUp, List<Source> wanted) {
        List<Source> feeds = List.copyOf(feeds(wanted));
        if (feeds.isEmpty()) {
            return;
        }
        PickUpReport report = pickUp.into(new Catch(pickUp.articles()), new Overlay(pickUp.sources()))
                .run(feeds, Eagerness.DUE);
        for (SourceOutcome outcome : report.sources()) {
            if (outcome.kind() != Kind.LEFT_ALONE) {
                outcomes.put(outcome.source(), outcome);
                version.incrementAndGet();
            }
        }
    }

    /**
     * Puts what folders hold now, and what feeds gave so far, into {@code memory}. Asks no feed.
     *
     * @return each source once, in the order of {@code wanted}
     */
    public PickUpReport into(Articles memory, PickUp pickUp, List<Source> wanted) {
        List<Source> folders =
                wanted.stream().filter(FolderSource.class::isInstance).toList();
        Map<String, SourceOutcome> all = new LinkedHashMap<>();
        wanted.forEach(source -> all.put(source.key(), leftAlone(source)));
        if (!folders.isEmpty()) {
            pickUp.into(memory).run(folders, Eagerness.DUE).sources().forEach(o -> all.put(o.source(), o));
        }
        forgetWhatTheStoreKnowsBetter(pickUp.sources(), wanted);
        for (FeedSource feed : feeds(wanted)) {
            Optional.ofNullable(outcomes.get(feed.key()))
                    .ifPresent(outcome -> all.put(feed.key(), put(feed.key(), outcome, memory)));
        }
        return new PickUpReport(List.copyOf(all.values()));
    }

    private static SourceOutcome leftAlone(Source source) {
        return SourceOutcome.without(source, Kind.LEFT_ALONE, List.of());
    }

    private SourceOutcome put(String feed, SourceOutcome outcome, Articles memory) {
        Answer answer = answers.get(feed);
        if (answer == null) {
            return outcome;
        }
        List<Articles.Standing> standings = memory.keep(answer.articles(), answer.old());
        int fresh = 0;
        int edited = 0;
        for (int i = 0; i < standings.size(); i++) {
            boolean isOld = answer.old().contains(answer.articles().get(i).origin());
            fresh += standings.get(i) == Articles.Standing.NEW && !isOld ? 1 : 0;
            edited += standings.get(i) == Articles.Standing.EDITED ? 1 : 0;
        }
        int known = standings.size() - fresh - edited;
        return new SourceOutcome(feed, outcome.kind(), fresh, edited, known, outcome.problems());
    }

    private void forgetWhatTheStoreKnowsBetter(Sources store, List<Source> wanted) {
        List<String> keys = keys(wanted);
        for (Health stored : store.health(keys)) {
            Health mine = health.get(stored.source());
            if (mine != null && isNewer(stored, mine)) {
                health.remove(stored.source());
                answers.remove(stored.source());
                outcomes.remove(stored.source());
            }
        }
    }

    private Map<String, Health> known(Sources store, List<Source> wanted) {
        Map<String, Health> known = new HashMap<>();
        new Overlay(store).health(keys(wanted)).forEach(one -> known.put(one.source(), one));
        return known;
    }

    private static List<String> keys(List<Source> wanted) {
        return feeds(wanted).stream().map(Source::key).distinct().toList();
    }

    private static List<FeedSource> feeds(List<Source> wanted) {
        return wanted.stream()
                .filter(FeedSource.class::isInstance)
                .map(FeedSource.class::cast)
                .toList();
    }

    private static boolean isNewer(Health one, Health other) {
        Instant never = Instant.MIN;
        return one.lastTry().orElse(never).isAfter(other.lastTry().orElse(never));
    }

    /** How sources are doing by the store or by what was asked since. */
    private final class Overlay implements Sources {
        private final Sources store;

        Overlay(Sources store) {
            this.store = store;
        }

        @Override
        public List<Health> health(List<String> keys) {
            return store.health(keys).stream().map(this::newer).toList();
        }

        private Health newer(Health stored) {
            Health mine = health.getOrDefault(stored.source(), stored);
            return isNewer(stored, mine) ? stored : mine;
        }

        @Override
        public void keep(List<Health> news) {
            news.forEach(one -> health.put(one.source(), one));
        }
    }

    /** Takes what feeds hold, instead of the store. */
    private final class Catch implements Articles {
        private final Articles store;

        Catch(Articles store) {
            this.store = store;
        }

        @Override
        public List<Standing> standing(List<Article> read) {
            return store.standing(read);
        }

        @Override
        public List<Standing> keep(List<Article> read, Set<Origin> old) {
            Map<String, List<Article>> bySource = new LinkedHashMap<>();
            for (Article article : read) {
                bySource.merge(article.origin().source(), List.of(article), Gathered::together);
            }
            bySource.forEach((source, articles) -> answers.merge(source, new Answer(articles, old), Gathered::newer));
            return store.standing(read);
        }

        @Override
        public List<Article> load(List<Origin> origins) {
            return store.load(origins);
        }

        @Override
        public List<Listed> list(List<String> sources, int most) {
            return store.list(sources, most);
        }
    }

    private static List<Article> together(List<Article> some, List<Article> more) {
        List<Article> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** What was no news stays none, when the feed is read again. */
    private static Answer newer(Answer before, Answer now) {
        Set<Origin> old = new HashSet<>(before.old());
        old.addAll(now.old());
        return new Answer(now.articles(), old);
    }
}
