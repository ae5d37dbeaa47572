package gazette.proof;

import gazette.digest.Rehearsal;
import gazette.digest.Rehearsal.Again;
import gazette.digest.Rehearsal.Outlook;
import gazette.digest.Rehearsal.Sample;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.pickup.Gathered;
import gazette.picture.Album;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Makes proofs, and keeps the last few until something changes that they depend on: settings, plan, slot, store, a file of
 * a template, of the articles or of the notes, an answer of a feed, a picture that came. Never waits for the network: feeds
 * are asked and pictures fetched in the background, and the next proof has them. Safe to use from many threads; two who
 * want the same proof at once wait for one.
 */
public final class Proofs {
    /** A proof holds an edition with its pictures: a few looks of one person are at hand. */
    private static final int KEPT = 6;

    private final LongSupplier store;
    private final Clock clock;
    private final Executor background;
    private final Gathered feeds = new Gathered();
    private final Album pictures;
    private final AtomicLong generation = new AtomicLong();
    private final AtomicBoolean isFetching = new AtomicBoolean();

    /** Guarded by itself; what is kept is looked at under the place's own monitor. */
    private final Map<Wanted, Place> places = new LinkedHashMap<>(16, 0.75f, true);

    private record Wanted(Newsletter newsletter, Cadence cadence, Look look, Instant slot) {}

    private record Stamp(long store, long feeds, long pictures, long generation, long files) {}

    /** Where one proof is kept. */
    private static final class Place {
        private Optional<Stamp> stamp = Optional.empty();
        private Optional<Looked> kept = Optional.empty();
    }

    /**
     * Proofs of one workspace.
     *
     * @param store a number that changes whenever the store does; asked often
     * @param background where feeds are asked and pictures fetched, one round at a time
     */
    public Proofs(LongSupplier store, Clock clock, Executor background) {
        this.store = store;
        this.clock = clock;
        this.background = background;
        this.pictures = new Album(clock);
    }

    /**
     * What {@code look} shows of a newsletter.
     *
     * @param bench tools for this newsletter, as the settings have it now
     * @param coming the cadence's next slot
     * @throws gazette.render.TemplateProblem when the edition cannot be rendered
     * @throws gazette.edition.NoteUnreadable when the editor's note cannot be read
     */
    public Looked look(Workbench bench, Newsletter newsletter, Cadence cadence, Look look, Instant coming) {
        fetchWhatIsDue(bench, newsletter);
        Wanted wanted = new Wanted(newsletter, cadence, look, look.asOf().orElse(coming));
        Place place = place(wanted);
        synchronized (place) {
            Stamp now = stamp(bench, newsletter); // before it is made: what changes meanwhile makes it old
            if (place.kept.isEmpty() || !place.stamp.equals(Optional.of(now))) {
                place.kept = Optional.empty();
                place.kept = Optional.of(made(bench, wanted));
                place.stamp = Optional.of(now);
            }
            return place.kept.get();
        }
    }

    /** Makes every proof anew from now on. */
    public void forget() {
        generation.incrementAndGet();
    }

    /** Whether feeds are being asked or pictures fetched, so that a later proof may have more. */
    public boolean isFetching() {
        return isFetching.get();
    }

    /** Changes whenever a feed has answered or pictures have come. */
    public long fetched() {
        return feeds.version() + pictures.version();
    }

    private Place place(Wanted wanted) {
        synchronized (places) {
            Place place = places.computeIfAbsent(wanted, any -> new Place());
            Iterator<Place> eldest = places.values().iterator();
            while (places.size() > KEPT) {
                eldest.next();
                eldest.remove();
            }
            return place;
        }
    }

    private Stamp stamp(Workbench bench, Newsletter newsletter) {
        return new Stamp(
                store.getAsLong(),
                feeds.version(),
                pictures.version(),
                generation.get(),
                FilesSeen.of(bench.workspace(), newsletter));
    }

    private void fetchWhatIsDue(Workbench bench, Newsletter newsletter) {
        if (bench.rehearsal().isDue(newsletter, feeds, pictures, clock.instant())
                && isFetching.compareAndSet(false, true)) {
            try {
                background.execute(() -> fetch(bench, newsletter));
            } catch (RejectedExecutionException closing) { // the process ends: nobody looks any more
                isFetching.set(false);
            }
        }
    }

    private void fetch(Workbench bench, Newsletter newsletter) {
        try {
            bench.rehearsal().fetch(newsletter, feeds, pictures);
        } finally {
            isFetching.set(false);
        }
    }

    private Looked made(Workbench bench, Wanted wanted) {
        Rehearsal rehearsal = bench.rehearsal().forALook(feeds, pictures);
        Newsletter newsletter = wanted.newsletter();
        if (wanted.look().isComing()) {
            return coming(bench, wanted, rehearsal.run(newsletter, wanted.cadence(), wanted.slot()));
        }
        Again again = wanted.look()
                .since()
                .map(since -> rehearsal.since(newsletter, wanted.cadence(), wanted.slot(), since))
                .orElseGet(() -> rehearsal.last(
                        newsletter,
                        wanted.cadence(),
                        wanted.slot(),
                        wanted.look().last().orElseThrow()));
        Optional<Sample> sample = again.sample();
        return sample.isPresent()
                ? Looked.at(proof(
                        bench,
                        wanted,
                        again.outlook(),
                        sample.get().edition(),
                        sample.get().rendering()))
                : Looked.nothing(wanted.slot(), again.outlook(), nothing(wanted.look()));
    }

    private static String nothing(Look look) {
        return look.since().map(since -> "no article since " + since).orElse("no article was ever picked up");
    }

    private static Looked coming(Workbench bench, Wanted wanted, Outlook outlook) {
        return outlook.edition().isPresent()
                ? Looked.at(proof(
                        bench,
                        wanted,
                        outlook,
                        outlook.edition().get(),
                        outlook.rendering().orElseThrow()))
                : Looked.nothing(wanted.slot(), outlook, outlook.reason());
    }

    private static Proof proof(Workbench bench, Wanted wanted, Outlook outlook, Edition edition, Rendering rendering) {
        return new Proof(
                wanted.newsletter(),
                wanted.cadence(),
                wanted.look(),
                wanted.slot(),
                outlook,
                edition,
                rendering,
                bench.press().compile(edition, rendering));
    }
}
