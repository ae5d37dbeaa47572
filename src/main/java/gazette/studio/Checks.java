package gazette.studio;

import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Personas;
import gazette.check.Place;
import gazette.check.Sentence;
import gazette.check.Term;
import gazette.proof.Checked;
import gazette.proof.Fault;
import gazette.proof.Look;
import gazette.proof.MessageCheck;
import gazette.proof.NewsletterCheck;
import gazette.proof.Proof;
import gazette.proof.Workbench;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What {@code gazette check} finds about what is on the stage. It takes a second or two, so it is kept with the proof that
 * it is about. Safe to use from many threads; one check runs at a time.
 */
final class Checks {
    private static final int MOST = 4;

    private final Desk desk;
    private final Drafts drafts;
    private final Deque<Kept> kept = new ArrayDeque<>();

    private record Kept(Proof proof, Checked checked) {
        /** The same object is the same proof; comparing all that is in two would take long. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Proof other) {
            return proof == other;
        }
    }

    Checks(Desk desk, Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    /** As things are. */
    Checked of(Where where, Look look) {
        Draft draft = drafts.of(where, look);
        if (draft.fault().isPresent() || draft.proof().isEmpty()) {
            return check().without(where.newsletter(), draft.fault().map(Checks::finding));
        }
        return of(draft.proof().get());
    }

    private synchronized Checked of(Proof proof) {
        for (Kept known : kept) {
            if (known.isOf(proof)) {
                return known.checked();
            }
        }
        Checked checked = check().look(proof, Personas.usual(proof.newsletter()));
        kept.addFirst(new Kept(proof, checked));
        while (kept.size() > MOST) {
            kept.removeLast();
        }
        return checked;
    }

    private NewsletterCheck check() {
        Workbench bench = desk.workbench();
        return new NewsletterCheck(bench, desk.clock(), new MessageCheck(bench, Optional.empty()));
    }

    private static Finding finding(Fault fault) {
        boolean isTemplate = fault.kind() == Fault.Kind.TEMPLATE;
        Optional<Finding.Spot> spot =
                fault.line() > 0 ? Optional.of(new Finding.Spot(fault.file(), fault.line())) : Optional.empty();
        return new Finding(
                Level.ERROR,
                isTemplate ? "template-broken" : "note-unreadable",
                isTemplate ? Place.TEMPLATE : Place.NOTE,
                spot,
                Optional.empty(),
                Sentence.named("fault.what", "{0}", new Term.Said(fault.message())),
                Sentence.named("fault.remedy", "mend it: nothing can go until then"),
                List.of());
    }
}
