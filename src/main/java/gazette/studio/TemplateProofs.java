package gazette.studio;

import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.edition.NoteUnreadable;
import gazette.proof.Look;
import gazette.proof.Looked;
import gazette.proof.Proof;
import gazette.render.TemplateProblem;
import gazette.schedule.Slots;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Proofs of the coming edition by any template; of the last articles when nothing is new. Safe to use from many threads. */
final class TemplateProofs {
    /** Articles that stand in when nothing is new: a first one, some between, and a last one. */
    private static final Look STANDING_IN = new Look(OptionalInt.of(4), Optional.empty(), Optional.empty());

    private final Desk desk;

    TemplateProofs(Desk desk) {
        this.desk = desk;
    }

    /** What a proof came to: itself, or what the template failed with, or neither when there is no article. */
    record Tried(Optional<Proof> proof, Optional<TemplateProblem> problem) {}

    Tried of(Where where, String template) {
        Newsletter newsletter = by(template, where.newsletter());
        Cadence cadence = plain(where.cadence());
        try {
            Looked coming = look(newsletter, cadence, Look.COMING);
            return new Tried(
                    coming.proof()
                            .or(() -> look(newsletter, cadence, STANDING_IN).proof()),
                    Optional.empty());
        } catch (TemplateProblem problem) {
            return new Tried(Optional.empty(), Optional.of(problem));
        } catch (NoteUnreadable saidOnThePageOfTheEdition) {
            return new Tried(Optional.empty(), Optional.empty());
        }
    }

    private Looked look(Newsletter newsletter, Cadence cadence, Look look) {
        Instant now = desk.clock().instant();
        Instant slot = Slots.next(cadence, newsletter.masthead().zone(), now, 1).stream()
                .findFirst()
                .orElse(now.truncatedTo(ChronoUnit.SECONDS));
        return desk.proofs().look(desk.workbench(), newsletter, cadence, look, slot);
    }

    private static Newsletter by(String template, Newsletter as) {
        List<Cadence> cadences =
                as.cadences().stream().map(TemplateProofs::plain).toList();
        return new Newsletter(
                as.masthead(),
                as.supplies(),
                as.selection(),
                cadences,
                as.subscribers(),
                template,
                as.presentation(),
                as.cooldown(),
                as.inDoubt());
    }

    private static Cadence plain(Cadence cadence) {
        return new Cadence(cadence.name(), cadence.cron(), Optional.empty(), cadence.limits());
    }
}
