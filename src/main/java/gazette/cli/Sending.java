package gazette.cli;

import gazette.delivery.Delivery;
import gazette.delivery.DeliveryLog;
import gazette.delivery.DispatchState;
import gazette.delivery.EditionLook;
import gazette.delivery.Parting;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stays with a filled edition until nothing of it is due now, and shows how far it is. Delivers itself when it gets the
 * workspace's lock; beside a {@code run} it watches that one deliver.
 */
final class Sending {
    /** A server that was never reached is given up soon: the person is there, and has probably mistyped its name. */
    private static final Duration PATIENCE_AT_FIRST = Duration.ofSeconds(3);
    /** One that went away in the middle is probably being restarted. */
    private static final Duration PATIENCE_LATER = Duration.ofMinutes(2);

    private final Gazette gazette;
    private final Screen screen;
    private final Clock clock;
    private final Workspace workspace;
    private final SendingReport report;
    private final Stop stop = new Stop();

    Sending(Gazette gazette, Workspace workspace) {
        this.gazette = gazette;
        this.screen = gazette.screen();
        this.clock = gazette.surroundings().clock();
        this.workspace = workspace;
        this.report = new SendingReport(gazette, workspace);
    }

    /** Returns when nothing is due, the server cannot be had, or somebody stopped it. */
    ExitCode drain(EditionId edition) {
        Path lockFile = Workspace.lockFile(workspace.settings());
        Optional<LockFile> lock = LockFile.take(lockFile);
        if (lock.isEmpty()) {
            screen.note("Process " + LockFile.holder(lockFile) + " delivers it; this one watches.");
            return watch(edition);
        }
        try {
            return deliver(edition);
        } finally {
            lock.get().close();
        }
    }

    /** Shows how far it is until nothing is due, whoever delivers it. Stopping this stops nothing else. */
    ExitCode watch(EditionId edition) {
        Signals.onStop(stop::ask, () -> {});
        EditionLook look = new Following(gazette, workspace, edition, stop).untilItRests();
        if (stop.isAsked() && look.isUnderWay(clock.instant())) {
            report.leftAlone(look);
            return stop.code();
        }
        return report.finished(look, Optional.empty());
    }

    private ExitCode deliver(EditionId edition) {
        Signals.onStop(stop::ask, () -> {});
        Following following = new Following(gazette, workspace, edition, stop);
        EditionLook cooled = following.coolDown("Ctrl-C to stop it, or: gazette editions cancel " + edition);
        if (stop.isAsked()) {
            return stopped(edition);
        }
        if (cooled.state() != EditionState.FILLED) {
            return report.finished(cooled, Optional.empty());
        }
        try (Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.IDLE)) {
            Signals.onStop(
                    code -> {
                        stop.ask(code);
                        couriers.stop();
                    },
                    couriers::drop);
            if (screen.isAnimated()) {
                screen.note("Ctrl-C pauses it. Enter shows how it stands by domain.");
            }
            Optional<Parting> givenUp = whileDelivering(following, couriers);
            couriers.rests().forEach(screen::note);
            if (stop.isAsked()) {
                couriers.close(Duration.ofSeconds(8));
                return stopped(edition);
            }
            return report.finished(
                    EditionLook.at(
                            workspace.store().editions(), workspace.store().outbox(), edition),
                    givenUp);
        }
    }

    private Optional<Parting> whileDelivering(Following following, Couriers couriers) {
        Optional<Instant> troubledSince = Optional.empty();
        while (!couriers.areDone(following.pause()) && !stop.isAsked()) {
            Optional<Parting> trouble = couriers.trouble();
            EditionLook look = following.show(trouble);
            troubledSince = trouble.isEmpty() ? Optional.empty() : troubledSince.or(() -> Optional.of(clock.instant()));
            if (trouble.isPresent() && isHopeless(trouble.get(), look, troubledSince.orElseThrow())) {
                following.end();
                return trouble;
            }
        }
        following.show(Optional.empty());
        following.end();
        return Optional.empty();
    }

    private boolean isHopeless(Parting trouble, EditionLook look, Instant since) {
        Duration patience = look.tally().in(DispatchState.ACCEPTED) == 0 ? PATIENCE_AT_FIRST : PATIENCE_LATER;
        return switch (trouble.kind()) {
            case REFUSED -> true;
            case UNREACHABLE, BUSY -> Duration.between(since, clock.instant()).compareTo(patience) >= 0;
            case DONE, LOST -> false;
        };
    }

    /** Ctrl-C pauses the edition; SIGTERM leaves it to the next {@code run}. */
    private ExitCode stopped(EditionId edition) {
        boolean pausedNow = stop.code() == ExitCode.INTERRUPTED
                && workspace.store().editions().pause(edition, "Ctrl-C");
        report.stopped(
                EditionLook.at(workspace.store().editions(), workspace.store().outbox(), edition), pausedNow);
        return stop.code();
    }
}
