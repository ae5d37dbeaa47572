package gazette.digest;

import gazette.article.Problem;
import gazette.delivery.Audience;
import gazette.delivery.Outbox;
import gazette.edition.Cadence;
import gazette.edition.Composition;
import gazette.edition.Composition.Composed;
import gazette.edition.Composition.NothingToSay;
import gazette.edition.Edition;
import gazette.edition.Editions;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.edition.Rendering;
import gazette.pickup.Eagerness;
import gazette.pickup.PickUp;
import gazette.pickup.PickUpReport;
import gazette.picture.Illustrator;
import gazette.subscriber.ImportReport;
import gazette.subscriber.SubscriberList;
import gazette.subscriber.Subscribers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One slot of one cadence, from new articles to a filled outbox. Read this file first: every other package is a step of
 * it.
 *
 * <p>Killed at any line, the next run carries on: composing, rendering and filling are each one commit, picking up is
 * a few, and all are safe to repeat; the list of subscribers is taken over in batches, and taking it again ends in the
 * same state. Delivery workers drain the outbox; see {@link gazette.delivery.DeliveryWorker}.
 */
public final class DigestRun {
    private final PickUp articles;
    private final Subscribers subscribers;
    private final Editions editions;
    private final Notes notes;
    private final Prepress prepress;
    private final Outbox outbox;

    public DigestRun(
            PickUp articles,
            Subscribers subscribers,
            Editions editions,
            Notes notes,
            Prepress prepress,
            Outbox outbox) {
        this.articles = articles;
        this.subscribers = subscribers;
        this.editions = editions;
        this.notes = notes;
        this.prepress = prepress;
        this.outbox = outbox;
    }

    /**
     * Runs the slot through. Safe to call again for the same slot, and from two places at once.
     *
     * @param options how this run differs from the schedule's
     * @throws gazette.render.TemplateProblem when the edition cannot be rendered; it stays composed, and the next run of
     *     the slot renders it
     */
    public RunReport run(Newsletter newsletter, Cadence cadence, Instant slot, RunOptions options) {
        PickUpReport pickedUp = articles.run(newsletter.sources(), Eagerness.NOW);
        Optional<ImportReport> list = readList(newsletter);
        if (!outbox.hasAudience(newsletter.id(), cadence.name())) {
            return RunReport.skipped(pickedUp, list, "nobody subscribes to " + cadence.name()); // its articles wait
        }
        Composition composition = editions.resumeOrCompose( // unique by key; never twice
                newsletter, cadence, slot, notes, options.despite());
        if (composition instanceof NothingToSay nothing) {
            return RunReport.skipped(pickedUp, list, nothing.reason());
        }
        Composed composed = (Composed) composition;
        Edition edition = composed.edition();
        List<Problem> pictures = renderOnce(newsletter, edition);
        Audience audience = outbox.fill( // one row per confirmed subscriber, in SQL, no list in memory
                edition, options.cooldown(newsletter), newsletter.inDoubt(), options.firstWave());
        return RunReport.filled(pickedUp, list, edition, audience, pictures, composed.waiting());
    }

    /** Frozen: a rerun sends the same octets. What is wrong with its pictures is told by the run that rendered it. */
    private List<Problem> renderOnce(Newsletter newsletter, Edition edition) {
        if (editions.rendering(edition.id()).isPresent()) {
            return List.of();
        }
        Rendering rendering = prepress.rendering(newsletter, edition);
        editions.keep(edition.id(), rendering);
        return Illustrator.problems(edition, rendering.illustrations());
    }

    private Optional<ImportReport> readList(Newsletter newsletter) {
        return newsletter
                .subscribers()
                .map(file ->
                        subscribers.take(SubscriberList.of(file, newsletter.id(), newsletter.cadenceNames(), false)));
    }
}
