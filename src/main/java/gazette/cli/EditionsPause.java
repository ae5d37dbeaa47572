package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.EditionLook;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gazette editions pause}. */
@Command(
        name = "pause",
        description = "Hand nothing more of an edition over until it is resumed. Works beside whoever delivers it.",
        footer = {
            "",
            "Examples:",
            "  gazette editions pause 128",
            "  gazette editions pause la-gazette/128 --because \"a wrong picture\""
        })
final class EditionsPause implements Callable<ExitCode> {
    private final Gazette gazette;

    @Parameters(paramLabel = "[NEWSLETTER/]N", description = "The edition.")
    private String edition = "";

    @Option(names = "--because", paramLabel = "TEXT", description = "For whoever comes to resume it.")
    private String because = "a person asked";

    EditionsPause(Gazette gazette) {
        this.gazette = gazette;
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
