package gazette.cli;

import gazette.config.Settings;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.mail.EmailAddress;
import gazette.proof.TestLetter;
import gazette.proof.TestLetter.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code gazette test}. */
final class TestCommand implements Command {
    private final Gazette gazette;
    private String newsletter = "";
    private String to = "";
    private Optional<String> cadence = Optional.empty();

    TestCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.needed("--to", "ADDRESS", "Who gets it.", value -> to = value);
        syntax.option(
                "--cadence", "NAME", "Which cadence (default: the first).", value -> cadence = Optional.of(value));
        syntax.needed("NEWSLETTER", "Its key in the settings.", value -> newsletter = value);
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
        if (gazette.screen().isAnimated()) {
            gazette.screen()
                    .note("Hands it to " + Unreached.place(workspace.settings().smtp()) + " …");
        }
        Answer answer = new TestLetter(workspace.settings().smtp())
                .send(edition, workspace.press().compile(edition, rendering), TestLetter.reader(EmailAddress.of(to)));
        String server = Unreached.place(workspace.settings().smtp());
        if (!answer.isHeard()) {
            throw new Refusal(ExitCode.UNAVAILABLE, Unreached.words(workspace.settings(), answer.parting()));
        }
        boolean accepted = answer.isAccepted();
        gazette.screen()
                .answer(
                        Map.of("to", to, "server", server, "accepted", accepted, "words", answer.words()),
                        lines(
                                rendering,
                                (accepted
                                                ? gazette.screen().tick() + " " + server + " took it for "
                                                : server + " did not take it for ")
                                        + to + ": " + answer.words()));
        return accepted ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }

    private static List<String> lines(Rendering rendering, String taken) {
        return Stream.concat(Stream.of(taken), Variants.slow(rendering).stream())
                .toList();
    }
}
