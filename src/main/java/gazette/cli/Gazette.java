package gazette.cli;

import gazette.config.Nearest;
import gazette.config.Settings;
import gazette.config.SettingsFile;
import gazette.config.SettingsReading;
import gazette.config.SourcesEditor;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.schedule.Slots;
import java.nio.file.Path;
import java.util.Optional;

/** The options of every command, and what they lead to. */
final class Gazette {
    private final Surroundings surroundings;
    private final HeadStart headStart;
    private Path workspace = Path.of("");
    private boolean json;
    private boolean quiet;
    private boolean verbose;
    private boolean noColour;
    private boolean noInput;

    /** @param headStart what is waited for before a workspace is opened */
    Gazette(Surroundings surroundings, HeadStart headStart) {
        this.surroundings = surroundings;
        this.headStart = headStart;
    }

    /** What every command takes, and what the help of all says. */
    void describe(Syntax syntax) {
        syntax.named("gazette", "Newsletters and email digests: picked up, rendered, sent; nobody lost, nobody twice.");
        syntax.shared();
        syntax.option("-C", "DIR", "The workspace (default: here).", Path.class, value -> workspace = value);
        syntax.flag("--json", "Answer with JSON.", value -> json = value);
        syntax.flag("-q, --quiet", "Say only what went wrong.", value -> quiet = value);
        syntax.flag("-v, --verbose", "Log each step.", value -> verbose = value);
        syntax.flag("--no-color", "No colours.", value -> noColour = value);
        syntax.flag("--no-input", "Never ask.", value -> noInput = value);
        syntax.help();
        syntax.footer(
                "",
                "Examples:",
                "  gazette demo                        a sample edition, sent and caught here",
                "  gazette preview --out draft         the next edition as files",
                "  gazette send la-gazette --dry-run   what would go out, to how many",
                "  gazette run                         the scheduler, until stopped");
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean isVerbose() {
        return verbose;
    }

    Screen screen() {
        boolean colour = surroundings.isTerminal()
                && !noColour
                && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
        boolean terminal = surroundings.isTerminal();
        return new Screen(surroundings.out(), surroundings.err(), new ScreenOptions(json, quiet, colour, terminal));
    }

    /** Whether a person may be asked. */
    boolean mayAsk() {
        return surroundings.isTerminal() && !noInput && !json;
    }

    /** The workspace's folder, absolute. */
    Path folder() {
        return surroundings.folder().resolve(workspace).toAbsolutePath().normalize();
    }

    SettingsReading readSettings() {
        return SettingsFile.read(folder(), surroundings.environment(), Slots::objection);
    }

    /** Writes sources into the workspace's settings. */
    SourcesEditor sourcesEditor() {
        return new SourcesEditor(folder(), surroundings.environment(), Slots::objection);
    }

    /** The workspace's settings; all that is wrong with them is said at once. */
    Settings settings() {
        headStart.logIsSettled();
        SettingsReading reading = readSettings();
        return reading.settings().orElseThrow(() -> new Refusal(ExitCode.USAGE, Problems.inWords(reading.problems())));
    }

    /** The workspace, for a command that changes something. */
    Workspace workOn(Settings settings) {
        headStart.await();
        return Workspace.open(settings, surroundings.clock());
    }

    /** The workspace, for a command that writes neither rows nor files. */
    Workspace lookAt(Settings settings) {
        headStart.await();
        return Workspace.openReadOnly(settings, surroundings.clock());
    }

    /** The newsletter of this id; with one newsletter, no id will do. */
    static Newsletter newsletter(Settings settings, Optional<String> id) {
        if (id.isEmpty() && settings.newsletters().size() == 1) {
            return settings.newsletters().get(0);
        }
        var ids = settings.newsletters().stream().map(Newsletter::id).toList();
        String wanted = id.orElseThrow(
                () -> new Refusal(ExitCode.USAGE, "Which newsletter? There are " + String.join(", ", ids) + "."));
        return settings.newsletter(wanted)
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "Unknown newsletter «" + wanted + "»."
                                + Nearest.of(wanted, ids)
                                        .map(near -> " Did you mean «" + near + "»?")
                                        .orElse(" There is " + String.join(", ", ids) + ".")));
    }

    /** The newsletter's cadence of this name; its first when none is named. */
    static Cadence cadence(Newsletter newsletter, Optional<String> name) {
        var names = newsletter.cadenceNames();
        return name.map(wanted -> newsletter
                        .cadence(wanted)
                        .orElseThrow(() -> new Refusal(
                                ExitCode.USAGE,
                                "«" + newsletter.id() + "» has no cadence «" + wanted + "»; it has "
                                        + String.join(", ", names) + ".")))
                .orElse(newsletter.cadences().get(0));
    }
}
