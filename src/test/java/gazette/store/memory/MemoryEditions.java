package gazette.store.memory;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.edition.Cadence;
import gazette.edition.Choice;
import gazette.edition.Choice.Late;
import gazette.edition.Composition;
import gazette.edition.Composition.Composed;
import gazette.edition.Composition.NothingToSay;
import gazette.edition.Deed;
import gazette.edition.Deed.Kind;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.EditionState;
import gazette.edition.Editions;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Newsletter;
import gazette.edition.Note;
import gazette.edition.Notes;
import gazette.edition.Plan;
import gazette.edition.Plans;
import gazette.edition.Rendering;
import gazette.edition.Shelf;
import gazette.edition.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;

/** {@link Editions} in memory. Every method holds the one lock that guards the maps. */
public final class MemoryEditions implements Editions {
    private final Supplier<List<Article>> articles;
    private final Clock clock;
    private final Map<EditionId, Row> rows = new LinkedHashMap<>();
    private ToLongBiFunction<EditionId, Integer> endOfWave = (edition, more) -> Long.MAX_VALUE;
    private final Map<EditionKey, Skip> skips = new LinkedHashMap<>();
    private final Plans plans;
    /** Of each cadence: what editors left out, and of which edition. */
    private final Map<String, Map<Origin, Integer>> leftOut = new HashMap<>();

    private final Map<String, Set<Article>> passedOver = new HashMap<>();
    /** When each text was first seen. */
    private final Map<Article, Instant> firstSeen = new HashMap<>();

    /** One edition; changes in place under the lock of whoever holds it. */
    static final class Row {
        final Edition edition;
        final Choice choice;
        final List<Late> tooLate = new ArrayList<>();
        final List<Deed> course = new ArrayList<>();
        EditionState state = EditionState.COMPOSED;
        String pausedBecause = "";
        Optional<Rendering> rendering = Optional.empty();
        Instant holdUntil;
        InDoubtPolicy inDoubt;
        long audience;
        long lastOfWave = Long.MAX_VALUE;

        Row(Edition edition, Choice choice, InDoubtPolicy inDoubt) {
            this.edition = edition;
            this.choice = choice;
            this.inDoubt = inDoubt;
            this.holdUntil = edition.composedAt();
        }
    }

    /** @param articles all that was kept, each origin once with its text of now */
    public MemoryEditions(Supplier<List<Article>> articles, Clock clock) {
        this(articles, new MemoryPlans(), clock);
    }

    /** @param plans that its editions follow and use up */
    public MemoryEditions(Supplier<List<Article>> articles, Plans plans, Clock clock) {
        this.articles = articles;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public synchronized Composition resumeOrCompose(
            Newsletter newsletter, Cadence cadence, Instant slot, Notes notes, Optional<String> despite) {
        Composition composition = resumeOrComposeAsEver(newsletter, cadence, slot, notes);
        if (despite.isPresent() && composition instanceof Composed composed) {
            Row row = row(composed.edition().id());
            boolean isKnown = row.course.stream()
                    .anyMatch(deed -> deed.kind() == Kind.SENT_DESPITE_ERRORS
                            && deed.words().equals(despite.get()));
            if (!isKnown) {
                row.course.add(new Deed(clock.instant(), Kind.SENT_DESPITE_ERRORS, despite.get()));
            }
        }
        return composition;
    }

    private Composition resumeOrComposeAsEver(Newsletter newsletter, Cadence cadence, Instant slot, Notes notes) {
        EditionKey key = new EditionKey(newsletter.id(), cadence.name(), slot);
        Optional<Row> before =
                rows.values().stream().filter(r -> r.edition.key().equals(key)).findFirst();
        if (before.isPresent()) {
            return new Composed(before.get().edition, before.get().choice.waiting());
        }
        Skip skip = skips.get(key);
        return skip == null ? compose(newsletter.on(cadence), cadence, key, notes) : new NothingToSay(skip.reason());
    }

    private Composition compose(Newsletter newsletter, Cadence cadence, EditionKey key, Notes notes) {
        Shelf shelf = shelf(newsletter, cadence, key.slot());
        Choice choice = Choice.of(newsletter, shelf);
        Optional<Note> note =
                choice.isEmpty() ? Optional.empty() : notes.note(newsletter, key, shelf.nextNumber(), shelf.plan());
        for (Late late : choice.late()) {
            row(new EditionId(newsletter.id(), late.number())).tooLate.add(late);
        }
        if (choice.isEmpty()) {
            skips.put(key, new Skip(key, choice.reason()));
            return new NothingToSay(choice.reason());
        }
        Map<Origin, Article> now = current();
        Edition edition = new Edition(
                new EditionId(newsletter.id(), shelf.nextNumber()),
                key,
                newsletter.masthead(),
                new Window(slotBefore(key), key.slot()),
                clock.instant(),
                newsletter.template(),
                note,
                choice.stories().stream()
                        .map(pick -> pick.story(Objects.requireNonNull(now.get(pick.origin()))))
                        .toList());
        rows.put(edition.id(), new Row(edition, choice, newsletter.inDoubt()));
        Map<Origin, Integer> left = leftOut.computeIfAbsent(name(newsletter, cadence), n -> new LinkedHashMap<>());
        choice.in().forEach(left::remove);
        choice.leftOut().forEach(origin -> left.put(origin, edition.number()));
        plans.change(newsletter.id(), cadence.name(), plan -> Plan.NONE);
        Set<Article> seen = passedOver.computeIfAbsent(name(newsletter, cadence), n -> new HashSet<>());
        shelf.candidates().forEach(candidate -> seen.add(now.get(candidate.origin())));
        return new Composed(edition, choice.waiting());
    }

    private Map<Origin, Article> current() {
        return articles.get().stream().collect(Collectors.toMap(Article::origin, Function.identity()));
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
    public synchronized Shelf shelf(Newsletter newsletter, Cadence cadence, Instant slot) {
        articles.get().forEach(article -> firstSeen.putIfAbsent(article, clock.instant()));
        String name = name(newsletter, cadence);
        List<Row> newestFirst = new ArrayList<>(rows.values().stream()
                .filter(row -> name.equals(
                        row.edition.key().newsletter() + "/" + row.edition.key().cadence()))
                .toList());
        Collections.reverse(newestFirst);
        MemoryShelf shelf = new MemoryShelf(
                newsletter,
                slot,
                newestFirst,
                firstSeen,
                passedOver.getOrDefault(name, Set.of()),
                leftOut.getOrDefault(name, Map.of()),
                plans.plan(newsletter.id(), cadence.name()));
        int numbers = (int) rows.keySet().stream()
                .filter(id -> id.newsletter().equals(newsletter.id()))
                .count();
        EditionKey last = new EditionKey(newsletter.id(), cadence.name(), Instant.MAX);
        return new Shelf(
                numbers + 1,
                slotBefore(last),
                shelf.candidates(articles.get()),
                shelf.sent(),
                shelf.settled(current()),
                plans.plan(newsletter.id(), cadence.name()));
    }

    @Override
    public synchronized void keep(EditionId edition, Rendering rendering) {
        Row row = row(edition);
        if (row.state == EditionState.COMPOSED) {
            row.rendering = Optional.of(rendering);
            row.state = EditionState.RENDERED;
        }
    }

    @Override
    public synchronized Optional<Rendering> rendering(EditionId edition) {
        Row row = rows.get(edition);
        return row == null ? Optional.empty() : row.rendering;
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

    @Override
    public synchronized List<Deed> course(EditionId edition) {
        return Optional.ofNullable(rows.get(edition))
                .map(row -> List.copyOf(row.course))
                .orElse(List.of());
    }

    private static Summary summary(Row row) {
        Edition edition = row.edition;
        return new Summary(
                edition.id(),
                edition.key(),
                row.state,
                row.pausedBecause,
                edition.composedAt(),
                row.holdUntil,
                row.rendering.map(rendering -> rendering.first().subject()).orElse(""),
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
    public synchronized boolean pause(EditionId edition, String why) {
        Row row = rows.get(edition);
        if (row == null || row.state != EditionState.FILLED) {
            return false;
        }
        row.state = EditionState.PAUSED;
        row.pausedBecause = why;
        row.course.add(new Deed(clock.instant(), Kind.PAUSED, why));
        return true;
    }

    @Override
    public synchronized boolean resume(EditionId edition, Optional<Integer> wave) {
        Row row = rows.get(edition);
        if (row == null || !canResume(row)) {
            return false;
        }
        Instant now = clock.instant();
        if (row.state == EditionState.PAUSED && row.holdUntil.isAfter(now)) {
            row.holdUntil = now;
        }
        row.state = EditionState.FILLED;
        row.pausedBecause = "";
        row.course.add(new Deed(now, Kind.RESUMED, ""));
        row.lastOfWave = wave.map(more -> endOfWave.applyAsLong(edition, more)).orElse(Long.MAX_VALUE);
        return true;
    }

    /** Where a wave of so many more ends is the outbox's to say. */
    void waves(ToLongBiFunction<EditionId, Integer> end) {
        endOfWave = end;
    }

    private static boolean canResume(Row row) {
        return switch (row.state) {
            case PAUSED -> true;
            case FILLED -> row.lastOfWave < Long.MAX_VALUE;
            case COMPOSED, RENDERED, FILLING, CANCELLED -> false;
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
