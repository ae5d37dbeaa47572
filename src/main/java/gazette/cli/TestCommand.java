package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.CompiledEdition;
import gazette.delivery.Dispatch;
import gazette.delivery.DispatchId;
import gazette.delivery.Journal;
import gazette.delivery.Outcome;
import gazette.delivery.Parting;
import gazette.delivery.Settled;
import gazette.delivery.SmtpCourier;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gazette test}. */
@Command(name = "test", description = "One [TEST] message by the real mail server. Nothing is stored.")
final class TestCommand implements Callable<ExitCode> {
    private final Gazette gazette;

    @Parameters(paramLabel = "NEWSLETTER", description = "Its key in the settings.")
    private String newsletter = "";

    @Option(names = "--to", paramLabel = "ADDRESS", required = true, description = "Who gets it.")
    private String to = "";

    @Option(names = "--cadence", paramLabel = "NAME", description = "Which cadence (default: the first).")
    private Optional<String> cadence = Optional.empty();

    TestCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    /** Remembers for as long as the command lives. */
    private static final class OneTurn implements Journal {
        private Optional<Outcome> outcome = Optional.empty();

        @Override
        public boolean turn(Optional<Settled> last, Optional<Dispatch> next) {
            last.ifPresent(settled -> outcome = Optional.of(settled.outcome()));
            return true;
        }
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        Newsletter wanted = Gazette.newsletter(settings, Optional.of(newsletter));
        Cadence slots = Gazette.cadence(wanted, cadence);
        EmailAddress.objection(to).ifPresent(why -> {
            throw new Refusal(ExitCode.USAGE, "--to: " + why + ".");
        });
        try (Workspace workspace = gazette.lookAt(settings)) {
            Outlook outlook = workspace
                    .rehearsal()
                    .run(wanted, slots, Slot.now(gazette.surroundings().clock()));
            PickedUp.problems(gazette.screen(), outlook);
            if (outlook.edition().isEmpty()) {
                gazette.screen()
                        .answer(
                                Map.of("reason", outlook.reason()),
                                List.of("There is nothing to test with: " + outlook.reason() + "."));
                return ExitCode.NOTHING_TO_SEND;
            }
            return send(workspace, outlook.edition().get(), outlook.rendering().orElseThrow());
        }
    }

    private ExitCode send(Workspace workspace, Edition edition, Rendering rendering) {
        Subscriber reader = new Subscriber(0, EmailAddress.of(to), "", Optional.empty(), Optional.empty(), Map.of());
        Dispatch dispatch = new Dispatch(new DispatchId(1), edition.id(), reader, 1, InDoubtPolicy.HOLD);
        CompiledEdition compiled = workspace.press().compile(edition, rendering);
        SmtpCourier courier =
                new SmtpCourier(workspace.settings().smtp(), asked -> compiled.letter(asked.subscriber(), "[TEST] "));
        OneTurn journal = new OneTurn();
        if (gazette.screen().isAnimated()) {
            gazette.screen()
                    .note("Hands it to " + Unreached.place(workspace.settings().smtp()) + " …");
        }
        Parting parting = courier.deliver(List.of(dispatch).iterator(), journal);
        String server = Unreached.place(workspace.settings().smtp());
        if (journal.outcome.isEmpty() || parting.kind() == Parting.Kind.REFUSED) {
            throw new Refusal(ExitCode.UNAVAILABLE, Unreached.words(workspace.settings(), parting));
        }
        Outcome outcome = journal.outcome.get();
        boolean accepted = outcome instanceof Outcome.Accepted;
        gazette.screen()
                .answer(
                        Map.of("to", to, "server", server, "accepted", accepted, "words", outcome.words()),
                        lines(
                                rendering,
                                (accepted
                                                ? gazette.screen().tick() + " " + server + " took it for "
                                                : server + " did not take it for ")
                                        + to + ": " + outcome.words()));
        return accepted ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }

    private static List<String> lines(Rendering rendering, String taken) {
        return Stream.concat(Stream.of(taken), Variants.slow(rendering).stream())
                .toList();
    }
}
