package gazette.cli;

import gazette.delivery.EditionLook;
import gazette.delivery.Parting;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Follows an edition on the screen, whoever delivers it. Whoever types Enter sees how it stands by domain. */
final class Following {
    private final Gazette gazette;
    private final Screen screen;
    private final Clock clock;
    private final Workspace workspace;
    private final EditionId edition;
    private final RepeatedLook looks;
    private final Progress progress;
    private final Stop stop;

    Following(Gazette gazette, Workspace workspace, EditionId edition, Stop stop) {
        this.gazette = gazette;
        this.screen = gazette.screen();
        this.clock = gazette.surroundings().clock();
        this.workspace = workspace;
        this.edition = edition;
        this.looks = new RepeatedLook(workspace.store(), edition);
        this.progress = new Progress(screen, clock, workspace.timeLeft(edition));
        this.stop = stop;
    }

    /** How it stands, which is shown. */
    EditionLook show(Optional<Parting> trouble) {
        EditionLook look = looks.look();
        progress.show(look, trouble);
        if (screen.isAnimated() && gazette.surroundings().hasTyped()) {
            gazette.surroundings().answer();
            screen.endRedraw();
            DomainTable.lines(workspace.store().outbox().domains(edition, DomainTable.MOST))
                    .forEach(screen::note);
        }
        return look;
    }

    /** What to wait before it is shown again. */
    Duration pause() {
        return looks.pause();
    }

    void end() {
        progress.end();
    }

    /** Shows it until nobody has anything to do for it now, or somebody stops this; how it stands then. */
    EditionLook untilItRests() {
        EditionLook look = coolDown("It goes on without this window.");
        while (look.isUnderWay(clock.instant()) && !stop.isAsked()) {
            look = show(Optional.empty());
            stop.await(looks.pause());
        }
        end();
        return look;
    }

    /** Waits for the cool-down to pass, for somebody to stop this, or for the edition not to be filled any more. */
    EditionLook coolDown(String howToStop) {
        EditionLook look = looks.look();
        boolean told = false;
        while (isCooling(look) && !stop.isAsked()) {
            Duration left = Duration.between(clock.instant(), look.summary().holdUntil());
            told = tell("The first message leaves in " + Progress.inWords(left) + ". " + howToStop, told);
            stop.await(looks.pause());
            look = looks.look();
        }
        if (told && screen.isAnimated()) {
            screen.endRedraw();
        }
        return look;
    }

    private boolean isCooling(EditionLook look) {
        Instant now = clock.instant();
        return look.state() == EditionState.FILLED
                && now.isBefore(look.summary().holdUntil());
    }

    private boolean tell(String line, boolean told) {
        if (screen.isAnimated()) {
            screen.redraw(line);
        } else if (!told) {
            screen.note(line);
        }
        return true;
    }
}
