package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.DispatchState;
import gazette.delivery.EditionLook;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.EditionId;
import gazette.edition.Newsletter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gazette editions cancel}. */
final class EditionsCancel implements Command {
    /** Hand-overs that have begun mostly end within it; the count is then final. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Gazette gazette;
    private String edition = "";
    private Optional<String> confirmed = Optional.empty();

    EditionsCancel(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named("cancel", "Call an edition off for good: whoever waits for it will not get it.");
        syntax.option(
                "--confirm",
                "NEWSLETTER",
                "Its newsletter's key, instead of being asked.",
                value -> confirmed = Optional.of(value));
        syntax.needed("[NEWSLETTER/]N", "The edition.", value -> edition = value);
        syntax.footer(
                "",
                "What servers have accepted cannot be called back. To stop for a while: gazette editions pause N",
                "",
                "Examples:",
                "  gazette editions cancel 128                          says how many have it already, and asks",
                "  gazette editions cancel 128 --confirm la-gazette     asks nothing");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        EditionId id = EditionName.read(settings, edition);
        Newsletter newsletter = Gazette.newsletter(settings, Optional.of(id.newsletter()));
        try (Workspace workspace = gazette.workOn(settings)) {
            EditionName.known(workspace, id);
            new Confirmation(
                            "Nothing was cancelled",
                            "It cannot be undone, so say it twice: gazette editions cancel " + id + " --confirm "
                                    + id.newsletter())
                    .of(
                            gazette,
                            newsletter,
                            confirmed,
                            () -> question(
                                    newsletter,
                                    EditionLook.at(
                                            workspace.store().editions(),
                                            workspace.store().outbox(),
                                            id)));
            boolean news = workspace.store().outbox().cancel(id);
            answer(settled(workspace, id), news);
        }
        return ExitCode.DONE;
    }

    private static String question(Newsletter newsletter, EditionLook look) {
        Tally tally = look.tally();
        return "n° " + look.summary().id().number() + " of "
                + newsletter.masthead().name() + ": "
                + tally.in(DispatchState.ACCEPTED) + " of " + tally.audience() + " readers have it already, "
                + tally.waiting() + " wait. Call it off for those who wait? It cannot be undone.";
    }

    private static EditionLook settled(Workspace workspace, EditionId id) {
        Stop nobody = new Stop();
        EditionLook look =
                EditionLook.at(workspace.store().editions(), workspace.store().outbox(), id);
        for (Duration waited = Duration.ZERO;
                look.inHand() > 0 && waited.compareTo(PATIENCE) < 0;
                waited = waited.plus(LOOK)) {
            nobody.await(LOOK);
            look = EditionLook.at(
                    workspace.store().editions(), workspace.store().outbox(), id);
        }
        return look;
    }

    private void answer(EditionLook look, boolean news) {
        Tally tally = look.tally();
        long cancelled = tally.suppressed().getOrDefault(SuppressionReason.CANCELLED, 0L);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("edition", look.summary().id().toString());
        document.put("cancelledNow", news);
        document.put("inHand", look.inHand());
        document.put("tally", EditionReport.document(tally));
        List<String> lines = new ArrayList<>();
        lines.add("n° " + look.summary().id().number() + (news ? " is cancelled: " : " was cancelled before: ")
                + tally.in(DispatchState.ACCEPTED) + " of " + tally.audience() + " have it, " + cancelled
                + " will not get it.");
        if (look.inHand() > 0) {
            lines.add("  " + look.inHand() + " in hand: a hand-over that has begun finishes and counts as its server"
                    + " answers; the others end.");
        }
        if (tally.in(DispatchState.HELD) > 0) {
            lines.add("  " + tally.in(DispatchState.HELD) + " are held: in doubt, so they may have it.");
        }
        gazette.screen().answer(document, lines);
    }
}
