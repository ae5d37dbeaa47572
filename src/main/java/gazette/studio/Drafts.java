package gazette.studio;

import gazette.edition.NoteUnreadable;
import gazette.proof.Fault;
import gazette.proof.Look;
import gazette.proof.Looked;
import gazette.proof.Proof;
import gazette.proof.Workbench;
import gazette.render.TemplateProblem;
import gazette.schedule.Slots;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Proofs, and the last that could be made while a template is broken. Safe to use from many threads. */
final class Drafts {
    private final Desk desk;

    /** By newsletter and cadence: as many as the settings have. */
    private final Map<String, Proof> lastGood = new ConcurrentHashMap<>();

    Drafts(Desk desk) {
        this.desk = desk;
    }

    /** The proof of a cadence's edition, made now or a moment ago. */
    Draft of(Where where, Look look) {
        Workbench bench = desk.workbench();
        String key = where.newsletter().id() + "/" + where.cadence().name();
        try {
            Looked looked = desk.proofs().look(bench, where.newsletter(), where.cadence(), look, coming(where));
            looked.proof().ifPresent(proof -> lastGood.put(key, proof));
            return new Draft(looked.proof(), Optional.of(looked.outlook()), Optional.empty());
        } catch (TemplateProblem broken) {
            String template = where.newsletter().on(where.cadence()).template();
            return failed(key, Fault.of(bench.workspace(), template, broken));
        } catch (NoteUnreadable unreadable) {
            return failed(key, Fault.ofNote(String.valueOf(unreadable.getMessage())));
        }
    }

    private Draft failed(String key, Fault fault) {
        return new Draft(Optional.ofNullable(lastGood.get(key)), Optional.empty(), Optional.of(fault));
    }

    /** The cadence's next slot; this hour for one that never comes again. */
    private Instant coming(Where where) {
        Instant now = desk.clock().instant();
        return Slots.next(where.cadence(), where.newsletter().masthead().zone(), now, 1).stream()
                .findFirst()
                .orElseGet(() -> now.truncatedTo(ChronoUnit.HOURS));
    }
}
