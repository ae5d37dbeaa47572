package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.EditionLook;
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

/** {@code gazette send}. */
final class SendCommand implements Command {
    private final Gazette gazette;
    private Optional<String> newsletter = Optional.empty();
    private Optional<String> cadence = Optional.empty();
    private boolean dryRun;
    private Optional<String> confirmed = Optional.empty();
    private Optional<Integer> limit = Optional.empty();
    private boolean noCooldown;
    private boolean failIfEmpty;

    SendCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.option(
                "--cadence",
                "NAME",
                "Whose readers (default: the first cadence).",
                value -> cadence = Optional.of(value));
        syntax.flag("-n, --dry-run", "Say what would go out, to how many. Writes nothing.", value -> dryRun = value);
        syntax.option(
                "--confirm",
                "NEWSLETTER",
                "Its key once more, instead of being asked.",
                value -> confirmed = Optional.of(value));
        syntax.option(
                "--limit",
                "N",
                "Hand over to N readers, or N more, then wait.",
                Integer.class,
                value -> limit = Optional.of(value));
        syntax.flag("--no-cooldown", "Let the first message leave at once.", value -> noCooldown = value);
        syntax.flag("--fail-if-empty", "Exit with 4 when there is nothing to send.", value -> failIfEmpty = value);
        syntax.parameter("NEWSLETTER", "Its key in the settings.", value -> newsletter = Optional.of(value));
        syntax.footer(
                "",
                "Examples:",
                "  gazette send la-gazette --dry-run                what would go out, to how many; writes nothing",
                "  gazette send la-gazette --confirm la-gazette     send it",
                "  gazette send la-gazette --confirm la-gazette --limit 50    a first wave; again: 50 more",
                "  gazette send la-gazette --confirm la-gazette     after a wave: to the rest");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        Newsletter wanted = Gazette.newsletter(settings, newsletter);
        Cadence slots = Gazette.cadence(wanted, cadence);
        checkLimit(limit);
        if (dryRun) {
            return new DryRun(gazette, settings).run(wanted, slots, failIfEmpty);
        }
        String key = wanted.id();
        new Confirmation(
                        "Nothing was sent",
                        "To see what would go out: gazette send " + key + " --dry-run. To send it: gazette send " + key
                                + " --confirm " + key)
                .of(gazette, wanted, confirmed, () -> question(settings, wanted, slots));
        try (Workspace workspace = gazette.workOn(settings)) {
            return send(workspace, wanted, slots);
        }
    }

    static void checkLimit(Optional<Integer> limit) {
        limit.filter(n -> n < 1).ifPresent(n -> {
            throw new Refusal(ExitCode.USAGE, "--limit is " + n + ": give a whole number from 1.");
        });
    }

    private String question(Settings settings, Newsletter wanted, Cadence slots) {
        String name = wanted.masthead().name();
        try (Workspace workspace = gazette.lookAt(settings)) {
            return workspace
                    .heldBack(wanted, slots)
                    .map(look -> "n° " + look.summary().id().number() + " of " + name + " is out to "
                            + (look.tally().audience() - look.heldBack()) + " of "
                            + look.tally().audience() + " readers. Send it to "
                            + limit.filter(n -> n < look.heldBack())
                                    .map(n -> n + " more?")
                                    .orElse("the other " + look.heldBack() + "?"))
                    .orElse("Send the next edition of " + name + "?");
        }
    }

    private ExitCode send(Workspace workspace, Newsletter wanted, Cadence slots) {
        Optional<EditionKey> begun = workspace.begun(wanted, slots);
        Optional<EditionLook> heldBack = workspace.heldBack(wanted, slots);
        Instant slot = begun.map(EditionKey::slot)
                .orElse(Slot.now(gazette.surroundings().clock()));
        RunReport report = workspace
                .digestRun(Duration.ZERO)
                .run(
                        wanted,
                        slots,
                        slot,
                        new RunOptions(noCooldown ? Optional.of(Duration.ZERO) : Optional.empty(), limit));
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
        heldBack.ifPresent(look -> workspace.store().editions().resume(edition.id(), limit));
        screen.note(heldBack.map(look -> goesOn(
                        look,
                        EditionLook.at(
                                workspace.store().editions(), workspace.store().outbox(), edition.id())))
                .orElseGet(() -> "n° " + edition.number() + (begun.isPresent() ? " goes on: " : ": ")
                        + (edition.articles().size() == 1
                                ? "1 article"
                                : edition.articles().size() + " articles") + " for "
                        + report.audience().orElseThrow().size() + " readers"));
        return partly(report, new Sending(gazette, workspace).drain(edition.id()));
    }

    private static String goesOn(EditionLook before, EditionLook now) {
        long more = before.heldBack() - now.heldBack();
        return "n° " + before.summary().id().number() + " goes on: " + more + " more readers of "
                + before.tally().audience() + (now.heldBack() > 0 ? ", " + now.heldBack() + " wait after them" : "");
    }

    /** Something could not be read, and the rest is done. */
    private static ExitCode partly(RunReport report, ExitCode code) {
        boolean whole = report.pickedUp().problems().isEmpty()
                && report.list().map(Imports::isWhole).orElse(true);
        return code == ExitCode.DONE && !whole ? ExitCode.PARTLY_DONE : code;
    }
}
