package gazette.store.memory;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Published;
import gazette.article.Source;
import gazette.edition.Cadence;
import gazette.edition.Candidate;
import gazette.edition.Choice;
import gazette.edition.Composition;
import gazette.edition.Composition.Composed;
import gazette.edition.Composition.NothingToSay;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.EditionState;
import gazette.edition.Editions;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Newsletter;
import gazette.edition.Shelf;
import gazette.edition.Story;
import gazette.edition.Variant;
import gazette.edition.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@link Editions} in memory. Every method holds the one lock that guards the maps. */
public final class MemoryEditions implements Editions {
    private final Supplier<List<Article>> articles;
    private final Clock clock;
    private final Map<EditionId, Row> rows = new LinkedHashMap<>();
    private final Map<EditionKey, Skip> skips = new LinkedHashMap<>();
    private final Map<String, Set<Origin>> passedOver = new HashMap<>();
    private final Map<Origin, Instant> pickedUp = new HashMap<>();

    /** One edition; changes in place under the lock of whoever holds it. */
    static final class Row {
        final Edition edition;
        final int waiting;
        EditionState state = EditionState.COMPOSED;
        List<Variant> variants = List.of();
        Instant holdUntil;
        InDoubtPolicy inDoubt;
        long audience;
        long lastOfWave = Long.MAX_VALUE;

        Row(Edition edition, int waiting, InDoubtPolicy inDoubt) {
            this.edition = edition;
            this.waiting = waiting;
            this.inDoubt = inDoubt;
            this.holdUntil = edition.composedAt();
        }
    }

    /** @param articles all that was kept, each origin once with its text of now */
    public MemoryEditions(Supplier<List<Article>> articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    @Override
    public synchronized Composition resumeOrCompose(Newsletter newsletter, Cadence cadence, Instant slot) {
        EditionKey key = new EditionKey(newsletter.id(), cadence.name(), slot);
        Optional<Row> before =
                rows.values().stream().filter(r -> r.edition.key().equals(key)).findFirst();
        if (before.isPresent()) {
            return new Composed(before.get().edition, before.get().waiting);
        }
        Skip skip = skips.get(key);
        return skip == null ? compose(newsletter, cadence, key) : new NothingToSay(skip.reason());
    }

    private Composition compose(Newsletter newsletter, Cadence cadence, EditionKey key) {
        Shelf shelf = shelf(newsletter, cadence);
        Choice choice = Choice.of(newsletter.selection().limits(), shelf);
        if (choice.isEmpty()) {
            skips.put(key, new Skip(key, choice.reason()));
            return new NothingToSay(choice.reason());
        }
        Map<Origin, Article> byOrigin =
                articles.get().stream().collect(Collectors.toMap(Article::origin, Function.identity()));
        Edition edition = new Edition(
                new EditionId(newsletter.id(), shelf.nextNumber()),
                key,
                newsletter.masthead(),
                new Window(slotBefore(key), key.slot()),
                clock.instant(),
                newsletter.template(),
                choice.in().stream()
                        .map(origin -> Story.of(Objects.requireNonNull(byOrigin.get(origin))))
                        .toList());
        rows.put(edition.id(), new Row(edition, choice.waiting(), newsletter.inDoubt()));
        Set<Origin> seen = passedOver.computeIfAbsent(name(newsletter, cadence), n -> new HashSet<>());
        shelf.candidates().forEach(candidate -> seen.add(candidate.origin()));
        return new Composed(edition, choice.waiting());
    }

    private static String name(Newsletter newsletter, Cadence cadence) {
        return newsletter.id() + "/" + cadence.name();
    }

    private Optional<Instant> slotBefore(EditionKey key) {
        return rows.values().stream()
                .map(row -> row.edition.key())
                .filter(k ->
                        k.newsletter().equals(key.newsletter()) && k.cadence().equals(key.cadence()))
                .map(EditionKey::slot)
                .filter(slot -> slot.isBefore(key.slot()))
                .max(Comparator.naturalOrder());
    }

    @Override
    public synchronized Shelf shelf(Newsletter newsletter, Cadence cadence) {
        Set<String> sources = newsletter.sources().stream().map(Source::key).collect(Collectors.toSet());
        Set<Origin> used = rows.values().stream()
                .filter(row -> row.edition.key().newsletter().equals(newsletter.id()))
                .filter(row -> row.edition.key().cadence().equals(cadence.name()))
                .flatMap(row -> row.edition.articles().stream().map(Article::origin))
                .collect(Collectors.toSet());
        List<Candidate> candidates = articles.get().stream()
                .filter(article -> sources.contains(article.origin().source()))
                .filter(article -> !used.contains(article.origin()))
                .map(article -> candidate(article, name(newsletter, cadence)))
                .toList();
        int numbers = (int) rows.keySet().stream()
                .filter(id -> id.newsletter().equals(newsletter.id()))
                .count();
        EditionKey last = new EditionKey(newsletter.id(), cadence.name(), Instant.MAX);
        return new Shelf(numbers + 1, slotBefore(last), candidates);
    }

    private Candidate candidate(Article article, String cadence) {
        Instant seen = pickedUp.computeIfAbsent(article.origin(), origin -> clock.instant());
        return new Candidate(
                article.origin(),
                article.published().map(Published::instant).orElse(seen),
                passedOver.getOrDefault(cadence, Set.of()).contains(article.origin()));
    }

    @Override
    public synchronized void keep(EditionId edition, List<Variant> variants) {
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("edition " + edition + " was rendered into nothing");
        }
        Row row = row(edition);
        if (row.state == EditionState.COMPOSED) {
            row.variants = List.copyOf(variants);
            row.state = EditionState.RENDERED;
        }
    }

    @Override
    public synchronized List<Variant> variants(EditionId edition) {
        Row row = rows.get(edition);
        return row == null ? List.of() : row.variants;
    }

    @Override
    public synchronized Optional<Edition> find(EditionId edition) {
        return Optional.ofNullable(rows.get(edition)).map(row -> row.edition);
    }

    @Override
    public synchronized Optional<EditionKey> unfinished(String newsletter, String cadence) {
        return rows.values().stream()
                .filter(row -> row.state.isUnfinished())
                .map(row -> row.edition.key())
                .filter(key ->
                        key.newsletter().equals(newsletter) && key.cadence().equals(cadence))
                .min(Comparator.comparing(EditionKey::slot));
    }

    @Override
    public synchronized List<Summary> list(Optional<String> newsletter) {
        List<Summary> newestFirst = new ArrayList<>();
        rows.values().stream()
                .filter(row -> newsletter.isEmpty()
                        || newsletter.get().equals(row.edition.id().newsletter()))
                .sorted(Comparator.comparing((Row row) -> row.edition.composedAt())
                        .thenComparing(row -> row.edition.number())
                        .reversed())
                .forEach(row -> newestFirst.add(summary(row)));
        return newestFirst;
    }

    @Override
    public synchronized Optional<Summary> summary(EditionId edition) {
        return Optional.ofNullable(rows.get(edition)).map(MemoryEditions::summary);
    }

    private static Summary summary(Row row) {
        Edition edition = row.edition;
        return new Summary(
                edition.id(),
                edition.key(),
                row.state,
                edition.composedAt(),
                row.holdUntil,
                row.variants.isEmpty() ? "" : row.variants.get(0).subject(),
                edition.articles().size());
    }

    @Override
    public synchronized List<Skip> skips(Optional<String> newsletter, int most) {
        return skips.values().stream()
                .filter(skip -> newsletter.isEmpty()
                        || newsletter.get().equals(skip.key().newsletter()))
                .sorted(Comparator.comparing((Skip skip) -> skip.key().slot()).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized boolean pause(EditionId edition) {
        Row row = rows.get(edition);
        if (row == null || row.state != EditionState.FILLED) {
            return false;
        }
        row.state = EditionState.PAUSED;
        return true;
    }

    @Override
    public synchronized boolean resume(EditionId edition) {
        Row row = rows.get(edition);
        if (row == null || !canResume(row)) {
            return false;
        }
        Instant now = clock.instant();
        if (row.state == EditionState.PAUSED && row.holdUntil.isAfter(now)) {
            row.holdUntil = now;
        }
        row.state = EditionState.FILLED;
        row.lastOfWave = Long.MAX_VALUE;
        return true;
    }

    private static boolean canResume(Row row) {
        return switch (row.state) {
            case PAUSED -> true;
            case FILLED -> row.lastOfWave < Long.MAX_VALUE;
            case COMPOSED, RENDERED -> false;
        };
    }

    synchronized Row row(EditionId edition) {
        Row row = rows.get(edition);
        if (row == null) {
            throw new IllegalStateException("there is no edition " + edition);
        }
        return row;
    }

    synchronized List<Row> rows() {
        return List.copyOf(rows.values());
    }
}
