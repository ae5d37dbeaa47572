package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.EditionLook;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code gazette editions pause}. */
final class EditionsPause implements Command {
    private final Gazette gazette;
    private String edition = "";
    private String because = "a person asked";

    EditionsPause(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named(
                "pause", "Hand nothing more of an edition over until it is resumed. Works beside whoever delivers it.");
        syntax.option("--because", "TEXT", "For whoever comes to resume it.", value -> because = value);
        syntax.needed("[NEWSLETTER/]N", "The edition.", value -> edition = value);
        syntax.footer(
                "",
                "Examples:",
                "  gazette editions pause 128",
                "  gazette editions pause la-gazette/128 --because \"a wrong picture\"");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        EditionId id = EditionName.read(settings, edition);
        try (Workspace workspace = gazette.workOn(settings)) {
            EditionState before = EditionName.known(workspace, id).state();
            boolean paused = workspace.store().editions().pause(id, because);
            if (!paused && before != EditionState.PAUSED) {
                throw new Refusal(ExitCode.USAGE, EditionName.wrongState(id, before, "paused"));
            }
            EditionLook look = EditionLook.at(
                    workspace.store().editions(), workspace.store().outbox(), id);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("edition", id.toString());
            document.put("paused", paused);
            document.put("inHand", look.inHand());
            document.put("tally", EditionReport.document(look.tally()));
            gazette.screen().answer(document, List.of(words(look, paused)));
        }
        return ExitCode.DONE;
    }

    private static String words(EditionLook look, boolean paused) {
        EditionId id = look.summary().id();
        return "n° " + id.number() + (paused ? " is paused at " : " was paused before, at ")
                + look.tally().settled() + " of " + look.tally().audience() + "."
                + (look.inHand() > 0 ? " Of " + look.inHand() + " in hand, those that have begun finish." : "")
                + " Nobody is forgotten: gazette editions resume " + id;
    }
}
