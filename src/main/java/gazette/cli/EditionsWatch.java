package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.EditionLook;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.util.Optional;

/** {@code gazette editions watch}. */
final class EditionsWatch implements Command {
    private final Gazette gazette;
    private String edition = "";

    EditionsWatch(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named(
                "watch", "Follow an edition until nothing of it is due, whoever delivers it. Ctrl-C leaves it going.");
        syntax.needed("[NEWSLETTER/]N", "The edition.", value -> edition = value);
        syntax.footer("", "With --json a document each second, and a last one with all that is known.");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        EditionId id = EditionName.read(settings, edition);
        try (Workspace workspace = gazette.lookAt(settings)) {
            EditionState state = EditionName.known(workspace, id).state();
            if (state == EditionState.COMPOSED || state == EditionState.RENDERED) {
                throw new Refusal(ExitCode.USAGE, EditionName.wrongState(id, state, "watched"));
            }
            EditionLook look = EditionLook.at(
                    workspace.store().editions(), workspace.store().outbox(), id);
            boolean due = look.isUnderWay(gazette.surroundings().clock().instant());
            Optional<Long> holder = LockFile.living(Workspace.lockFile(settings));
            if (due && holder.isEmpty()) {
                gazette.screen()
                        .note("Nobody delivers just now. To deliver: gazette run, or gazette editions resume " + id
                                + " --wait");
            }
            return new Sending(gazette, workspace).watch(id);
        }
    }
}
