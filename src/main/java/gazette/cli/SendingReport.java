package gazette.cli;

import gazette.delivery.DispatchState;
import gazette.delivery.DomainTally;
import gazette.delivery.EditionLook;
import gazette.delivery.Outbox;
import gazette.delivery.Parting;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a sending ended, and what to do next: lines for people, the last document of a stream for programs. */
final class SendingReport {
    private static final int MOST_ANSWERS = 10;

    private final Gazette gazette;
    private final Screen screen;
    private final Clock clock;
    private final Workspace workspace;

    SendingReport(Gazette gazette, Workspace workspace) {
        this.gazette = gazette;
        this.screen = gazette.screen();
        this.clock = gazette.surroundings().clock();
        this.workspace = workspace;
    }

    /** Nothing is due any more, or the server cannot be had, and why. */
    ExitCode finished(EditionLook look, Optional<Parting> givenUp) {
        Tally tally = look.tally();
        EditionId edition = look.summary().id();
        List<String> lines = new ArrayList<>();
        boolean anybody = tally.in(DispatchState.ACCEPTED) > 0 || tally.audience() == 0;
        boolean well = givenUp.isEmpty() && look.state() != EditionState.CANCELLED && anybody;
        lines.add((well ? screen.tick() : screen.bad("✘")) + " n° " + edition.number() + ": "
                + tally.in(DispatchState.ACCEPTED) + " of " + tally.audience() + " readers accepted");
        lines.add("  " + EditionReport.equation(tally));
        List<DomainTally> domains = domains(edition);
        if (gazette.isVerbose() || DomainTable.isWorthALook(domains)) {
            lines.addAll(DomainTable.lines(domains));
        }
        lines.addAll(next(look));
        screen.line(document("finished", look, domains), String.join("\n", lines));
        givenUp.ifPresent(this::cannotBeHad);
        return givenUp.isPresent() ? ExitCode.UNAVAILABLE : code(look);
    }

    private void cannotBeHad(Parting parting) {
        screen.problem(Unreached.words(workspace.settings(), parting));
    }

    /** The person stopped it. */
    void stopped(EditionLook look, boolean paused) {
        Tally tally = look.tally();
        EditionId edition = look.summary().id();
        Map<String, Object> document = document(paused ? "paused" : "stopped", look, domains(edition));
        document.put("paused", paused);
        screen.line(
                document,
                (paused ? "Paused at " : "Stopped at ") + tally.settled() + " of " + tally.audience()
                        + ". Nobody is forgotten: gazette editions resume " + edition + " --wait");
    }

    /** The person stopped watching. */
    void leftAlone(EditionLook look) {
        EditionId edition = look.summary().id();
        screen.line(
                document("left", look, domains(edition)),
                "n° " + edition.number() + " goes on: " + look.tally().settled() + " of "
                        + look.tally().audience() + " so far. To stop it: gazette editions pause " + edition);
    }

    private List<DomainTally> domains(EditionId edition) {
        return workspace.store().outbox().domains(edition, DomainTable.MOST);
    }

    private Map<String, Object> document(String event, EditionLook look, List<DomainTally> domains) {
        Outbox outbox = workspace.store().outbox();
        EditionId edition = look.summary().id();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("event", event);
        document.put("edition", edition.toString());
        document.put("state", look.state().name());
        document.put("heldBack", look.heldBack());
        look.nextDue().ifPresent(next -> document.put("nextDue", next.toString()));
        document.put("tally", EditionReport.document(look.tally()));
        document.put("domains", DomainTable.documents(domains));
        document.put("answers", EditionReport.documents(outbox.answers(edition, MOST_ANSWERS)));
        return document;
    }

    private List<String> next(EditionLook look) {
        EditionId edition = look.summary().id();
        long waiting = look.tally().waiting() + look.tally().in(DispatchState.IN_DOUBT);
        if (look.state() == EditionState.CANCELLED) {
            return List.of("  It was cancelled: whoever waited will not get it.");
        }
        if (look.state() == EditionState.PAUSED) {
            return List.of("  It was paused: " + look.summary().pausedBecause() + ". " + waiting
                    + " wait. Nobody is forgotten: gazette editions resume " + edition + " --wait");
        }
        return look.isWaveOut(clock.instant()) ? wave(look, edition) : others(look, edition, waiting);
    }

    private List<String> wave(EditionLook look, EditionId edition) {
        String rest = look.heldBack() + " wait for: gazette editions resume " + edition + " --wait";
        long deferred = look.tally().in(DispatchState.DEFERRED);
        return List.of(
                "  The first wave is out; " + rest,
                "  Another wave: gazette send " + edition.newsletter()
                        + " --limit N   Not at all: gazette editions cancel "
                        + edition
                        + (deferred > 0 ? "\n  " + deferred + " of the wave are tried again" + nextTry(look) : ""));
    }

    private List<String> others(EditionLook look, EditionId edition, long waiting) {
        List<String> lines = new ArrayList<>();
        if (waiting > 0) {
            lines.add("  " + waiting + " wait" + nextTry(look)
                    + ". Nobody is forgotten: gazette run, or gazette editions resume " + edition + " --wait");
        }
        if (EditionReport.answered(look.tally()) > 0) {
            lines.add("  Why not, in the servers' words: gazette editions show " + edition
                    + "   Once more: gazette editions retry " + edition);
        }
        long leftOut = EditionReport.leftOut(look.tally());
        if (leftOut + look.tally().suppressed().getOrDefault(SuppressionReason.BAD_ADDRESS, 0L) > 0) {
            lines.add("  Who got none, and why: gazette editions show " + edition
                    + (leftOut > 0 ? "   Once that is mended: gazette editions retry " + edition : ""));
        }
        return lines;
    }

    private String nextTry(EditionLook look) {
        return look.nextDue()
                .filter(next -> next.isAfter(clock.instant()))
                .map(next -> ", the next until " + next)
                .orElse("");
    }

    private ExitCode code(EditionLook look) {
        Tally tally = look.tally();
        long left = tally.suppressed().getOrDefault(SuppressionReason.LEFT, 0L);
        boolean all = tally.in(DispatchState.ACCEPTED) == tally.audience() - left - look.heldBack();
        return all ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }
}
