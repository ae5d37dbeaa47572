package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.DispatchState;
import gazette.delivery.EditionLook;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gazette editions resume}. */
final class EditionsResume implements Command {
    private final Gazette gazette;
    private String edition = "";
    private boolean wait;
    private Optional<Integer> limit = Optional.empty();

    EditionsResume(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named("resume", "Let a paused edition, or the rest after a first wave, go on.");
        syntax.flag("--wait", "Stay until nothing of it is due now, with a progress bar.", value -> wait = value);
        syntax.option(
                "--limit",
                "N",
                "Hand over to N more readers, then wait again.",
                Integer.class,
                value -> limit = Optional.of(value));
        syntax.needed("[NEWSLETTER/]N", "The edition.", value -> edition = value);
        syntax.footer(
                "",
                "Examples:",
                "  gazette editions resume 128              a `gazette run` delivers the rest",
                "  gazette editions resume 128 --wait       deliver the rest here, with a progress bar",
                "  gazette editions resume 128 --limit 500  500 more, then wait again");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        EditionId id = EditionName.read(settings, edition);
        SendCommand.checkLimit(limit);
        try (Workspace workspace = gazette.workOn(settings)) {
            EditionState before = EditionName.known(workspace, id).state();
            if (before != EditionState.PAUSED && before != EditionState.FILLED) {
                throw new Refusal(ExitCode.USAGE, EditionName.wrongState(id, before, "resumed"));
            }
            workspace.store().editions().resume(id, limit);
            if (wait) {
                return new Sending(gazette, workspace).drain(id);
            }
            EditionLook look = EditionLook.at(
                    workspace.store().editions(), workspace.store().outbox(), id);
            long waiting = look.tally().waiting() + look.tally().in(DispatchState.IN_DOUBT);
            gazette.screen()
                    .answer(
                            Map.of("edition", id.toString(), "waiting", waiting, "heldBack", look.heldBack()),
                            List.of(words(id, waiting, look.heldBack())));
        }
        return ExitCode.DONE;
    }

    private static String words(EditionId id, long waiting, long heldBack) {
        if (waiting == 0) {
            return "n° " + id.number() + " has nobody left who waits. To try rejected, expired and held ones once more:"
                    + " gazette editions retry " + id;
        }
        return "n° " + id.number() + " goes on: " + (waiting - heldBack) + " readers wait"
                + (heldBack > 0 ? " and " + heldBack + " stay behind the wave" : "")
                + ". A running `gazette run` delivers them; without one: gazette editions resume " + id + " --wait";
    }
}
