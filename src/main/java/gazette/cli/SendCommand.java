package gazette.cli;

import gazette.config.Settings;
import gazette.digest.RunOptions;
import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.EditionKey;
import gazette.edition.Newsletter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gazette send}. */
@Command(
        name = "send",
        description = "Compose the next edition and send it now, or finish one that was cut short.",
        footer = {
            "",
            "Examples:",
            "  gazette send la-gazette --dry-run                what would go out, to how many; writes nothing",
            "  gazette send la-gazette --confirm la-gazette     send it",
            "  gazette send la-gazette --confirm la-gazette --limit 50    a first wave; editions resume sends the rest"
        })
final class SendCommand implements Callable<ExitCode> {
    private final Gazette gazette;

    @Parameters(arity = "0..1", paramLabel = "NEWSLETTER", description = "Its key in the settings.")
    private Optional<String> newsletter = Optional.empty();

    @Option(names = "--cadence", paramLabel = "NAME", description = "Whose readers (default: the first cadence).")
    private Optional<String> cadence = Optional.empty();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Say what would go out, to how many. Writes nothing.")
    private boolean dryRun;

    @Option(names = "--confirm", paramLabel = "NEWSLETTER", description = "Its key once more, instead of being asked.")
    private Optional<String> confirmed = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "Hand over to N readers, then wait to be resumed.")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--no-cooldown", description = "Let the first message leave at once.")
    private boolean noCooldown;

    @Option(names = "--fail-if-empty", description = "Exit with 4 when there is nothing to send.")
    private boolean failIfEmpty;

    SendCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        Newsletter wanted = Gazette.newsletter(settings, newsletter);
        Cadence slots = Gazette.cadence(wanted, cadence);
        limit.filter(n -> n < 1).ifPresent(n -> {
            throw new Refusal(ExitCode.USAGE, "--limit is " + n + ": give a whole number from 1.");
        });
        if (dryRun) {
            return new DryRun(gazette, settings).run(wanted, slots, failIfEmpty);
        }
        Confirmation.of(gazette, wanted, confirmed);
        try (Workspace workspace = gazette.workOn(settings)) {
            return send(workspace, wanted, slots);
        }
    }

    private ExitCode send(Workspace workspace, Newsletter wanted, Cadence slots) {
        Optional<EditionKey> begun = workspace.begun(wanted, slots);
        Instant slot = begun.map(EditionKey::slot)
                .orElse(Slot.now(gazette.surroundings().clock()));
        RunReport report =
                workspace.digestRun(Duration.ZERO).run(wanted, slots, slot, new RunOptions(noCooldown, limit));
        Screen screen = gazette.screen();
        PickedUp.problems(screen, report);
        report.list().ifPresent(list -> Imports.problems(screen, wanted, list));
        if (report.edition().isEmpty()) {
            screen.answer(
                    Map.of("reason", report.reason(), "pickedUp", PickedUp.document(report.pickedUp())),
                    List.of("Nothing to send: " + report.reason() + "."));
            return failIfEmpty ? ExitCode.NOTHING_TO_SEND : partly(report, ExitCode.DONE);
        }
        Edition edition = report.edition().get();
        screen.note("n° " + edition.number() + (begun.isPresent() ? " goes on: " : ": ")
                + edition.articles().size() + " articles for "
                + report.audience().orElseThrow().size() + " readers");
        return partly(report, new Sending(gazette, workspace).drain(edition.id()));
    }

    /** Something could not be read, and the rest is done. */
    private static ExitCode partly(RunReport report, ExitCode code) {
        boolean whole = report.pickedUp().problems().isEmpty()
                && report.list().map(Imports::isWhole).orElse(true);
        return code == ExitCode.DONE && !whole ? ExitCode.PARTLY_DONE : code;
    }
}
