package gazette.cli;

import gazette.delivery.Delivery;
import gazette.delivery.DeliveryLog;
import gazette.delivery.DispatchState;
import gazette.delivery.Outbox;
import gazette.delivery.Parting;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Editions.Summary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stays with a filled edition until nothing of it is due now, and shows how far it is. Delivers itself when it gets the
 * workspace's lock; beside a {@code run} it watches that one deliver.
 */
final class Sending {
    private static final Duration LOOK = Duration.ofMillis(200);
    /** A server that was never reached is given up soon: the person is there, and has probably mistyped its name. */
    private static final Duration PATIENCE_AT_FIRST = Duration.ofSeconds(3);
    /** One that went away in the middle is probably being restarted. */
    private static final Duration PATIENCE_LATER = Duration.ofMinutes(2);

    private final Screen screen;
    private final Clock clock;
    private final Workspace workspace;
    private final Stop stop = new Stop();

    Sending(Gazette gazette, Workspace workspace) {
        this.screen = gazette.screen();
        this.clock = gazette.surroundings().clock();
        this.workspace = workspace;
    }

    /** Returns when nothing is due, the server cannot be had, or somebody stopped it. */
    ExitCode drain(EditionId edition) {
        Path lockFile = Workspace.lockFile(workspace.settings());
        Optional<LockFile> lock = LockFile.take(lockFile);
        if (lock.isEmpty()) {
            Signals.onStop(stop::ask, () -> {});
            screen.note("Process " + LockFile.holder(lockFile) + " delivers it; this one watches.");
            return finished(edition, Optional.empty(), watch(edition));
        }
        try {
            return deliver(edition);
        } finally {
            lock.get().close();
        }
    }

    private ExitCode deliver(EditionId edition) {
        Signals.onStop(stop::ask, () -> {});
        if (coolDown(edition)) {
            return stopped(edition);
        }
        try (Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.IDLE)) {
            Signals.onStop(
                    code -> {
                        stop.ask(code);
                        couriers.stop();
                    },
                    couriers::drop);
            Optional<Parting> givenUp = whileDelivering(edition, couriers);
            if (stop.isAsked()) {
                couriers.close(Duration.ofSeconds(8));
                return stopped(edition);
            }
            return finished(
                    edition,
                    givenUp.map(Parting::words),
                    workspace.store().outbox().tally(edition));
        }
    }

    private Optional<Parting> whileDelivering(EditionId edition, Couriers couriers) {
        Progress progress = new Progress(screen, clock, edition);
        Outbox outbox = workspace.store().outbox();
        Optional<Instant> troubledSince = Optional.empty();
        while (!couriers.areDone(LOOK) && !stop.isAsked()) {
            Tally tally = outbox.tally(edition);
            progress.show(tally);
            Optional<Parting> trouble = couriers.trouble();
            troubledSince = trouble.isEmpty() ? Optional.empty() : troubledSince.or(() -> Optional.of(clock.instant()));
            if (trouble.isPresent() && isHopeless(trouble.get(), tally, troubledSince.orElseThrow())) {
                progress.end();
                return trouble;
            }
        }
        progress.show(outbox.tally(edition));
        progress.end();
        return Optional.empty();
    }

    private boolean isHopeless(Parting trouble, Tally tally, Instant since) {
        Duration patience = tally.in(DispatchState.ACCEPTED) == 0 ? PATIENCE_AT_FIRST : PATIENCE_LATER;
        return switch (trouble.kind()) {
            case REFUSED -> true;
            case UNREACHABLE -> Duration.between(since, clock.instant()).compareTo(patience) >= 0;
            case DONE, LOST -> false;
        };
    }

    /** Waits for the cool-down to pass; whether somebody stopped it. */
    private boolean coolDown(EditionId edition) {
        Instant until = summary(edition).holdUntil();
        boolean told = false;
        while (clock.instant().isBefore(until)) {
            String left = Progress.inWords(Duration.between(clock.instant(), until));
            String line = "The first message leaves in " + left + ". Ctrl-C to stop it.";
            if (screen.isAnimated()) {
                screen.redraw(line);
            } else if (!told) {
                screen.note(line);
            }
            told = true;
            if (stop.await(LOOK)) {
                break;
            }
        }
        if (told && screen.isAnimated()) {
            screen.endRedraw();
        }
        return stop.isAsked();
    }

    private Tally watch(EditionId edition) {
        Progress progress = new Progress(screen, clock, edition);
        Outbox outbox = workspace.store().outbox();
        Tally tally = outbox.tally(edition);
        while (isUnderWay(edition, tally) && !stop.await(LOOK)) {
            progress.show(tally);
            tally = outbox.tally(edition);
        }
        progress.end();
        return tally;
    }

    private boolean isUnderWay(EditionId edition, Tally tally) {
        Summary summary = summary(edition);
        boolean due = workspace
                .store()
                .outbox()
                .nextDue(edition)
                .filter(next -> !next.isAfter(clock.instant()) || next.equals(summary.holdUntil()))
                .isPresent();
        boolean inHand = tally.in(DispatchState.CLAIMED) + tally.in(DispatchState.HANDING_OVER) > 0;
        return summary.state() == EditionState.FILLED && (due || inHand);
    }

    private Summary summary(EditionId edition) {
        return workspace.store().editions().summary(edition).orElseThrow();
    }

    /** Ctrl-C pauses the edition; SIGTERM leaves it to the next {@code run}. */
    private ExitCode stopped(EditionId edition) {
        boolean pausedNow = stop.code() == ExitCode.INTERRUPTED
                && workspace.store().editions().pause(edition);
        Tally tally = workspace.store().outbox().tally(edition);
        screen.answer(
                Map.of("edition", edition.toString(), "paused", pausedNow, "tally", EditionReport.document(tally)),
                List.of((pausedNow ? "Paused at " : "Stopped at ") + tally.settled() + " of " + tally.audience()
                        + ". Nobody is forgotten: gazette editions resume " + edition + " --wait"));
        return stop.code();
    }

    private ExitCode finished(EditionId edition, Optional<String> givenUp, Tally tally) {
        List<String> lines = new ArrayList<>();
        lines.add((givenUp.isEmpty() ? screen.tick() : screen.bad("✘")) + " n° " + edition.number() + ": "
                + tally.in(DispatchState.ACCEPTED) + " of " + tally.audience() + " readers accepted");
        lines.add("  " + EditionReport.equation(tally));
        long waiting = tally.waiting() + tally.in(DispatchState.IN_DOUBT);
        if (isFirstWave(edition, tally)) {
            lines.add("  The first wave is out; " + waiting + " wait for: gazette editions resume " + edition
                    + " --wait");
        } else if (waiting > 0) {
            lines.add("  " + waiting + " wait" + nextTry(edition)
                    + ". Nobody is forgotten: gazette run, or gazette editions resume " + edition + " --wait");
        }
        screen.answer(Map.of("edition", edition.toString(), "tally", EditionReport.document(tally)), lines);
        givenUp.ifPresent(words ->
                screen.problem("The mail server " + workspace.settings().smtp().host() + ":"
                        + workspace.settings().smtp().port() + " cannot be had: " + words));
        if (givenUp.isPresent()) {
            return ExitCode.UNAVAILABLE;
        }
        boolean all = tally.in(DispatchState.ACCEPTED) == tally.audience() - leftByThemselves(tally);
        return all || summary(edition).state() == EditionState.PAUSED || isFirstWave(edition, tally)
                ? ExitCode.DONE
                : ExitCode.PARTLY_DONE;
    }

    private String nextTry(EditionId edition) {
        return workspace
                .store()
                .outbox()
                .nextDue(edition)
                .filter(next -> next.isAfter(clock.instant()))
                .map(next -> ", the next until " + next)
                .orElse("");
    }

    /** Whoever waits does so because of a limit that was asked for. */
    private boolean isFirstWave(EditionId edition, Tally tally) {
        return tally.in(DispatchState.PENDING) > 0
                && tally.in(DispatchState.ACCEPTED) + tally.in(DispatchState.PENDING) == tally.audience()
                && summary(edition).state() == EditionState.FILLED
                && workspace.store().outbox().nextDue(edition).isEmpty();
    }

    private static long leftByThemselves(Tally tally) {
        return tally.suppressed().getOrDefault(SuppressionReason.LEFT, 0L);
    }
}
