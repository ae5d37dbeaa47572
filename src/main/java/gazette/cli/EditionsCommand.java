package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.Answers;
import gazette.delivery.DispatchState;
import gazette.delivery.DomainTally;
import gazette.delivery.Outbox;
import gazette.delivery.Tally;
import gazette.edition.Deed;
import gazette.edition.EditionId;
import gazette.edition.Editions;
import gazette.edition.Editions.Skip;
import gazette.edition.Editions.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gazette editions}. */
final class EditionsCommand {
    private static final int MOST_SKIPS = 10;

    private EditionsCommand() {}

    /** {@code gazette editions ls}. */
    static final class Ls implements Command {
        private final Gazette gazette;
        private Optional<String> newsletter = Optional.empty();

        Ls(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("ls", "Every edition, newest first, and the slots that passed without one.");
            syntax.parameter(
                    "NEWSLETTER", "Its key in the settings (default: all).", value -> newsletter = Optional.of(value));
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            Optional<String> wanted = newsletter.map(
                    id -> Gazette.newsletter(settings, Optional.of(id)).id());
            try (Workspace workspace = gazette.lookAt(settings)) {
                List<Map<String, Object>> editions = new ArrayList<>();
                List<String> lines = new ArrayList<>();
                for (Summary summary : workspace.store().editions().list(wanted)) {
                    Tally tally = workspace.store().outbox().tally(summary.id());
                    editions.add(EditionReport.document(summary, tally));
                    lines.add(EditionReport.line(summary, tally));
                }
                List<Skip> skips = workspace.store().editions().skips(wanted, MOST_SKIPS);
                skips.forEach(skip -> lines.add("–  " + skip.key().newsletter() + " · "
                        + skip.key().cadence() + " · " + skip.key().slot() + " · no edition: " + skip.reason()));
                if (lines.isEmpty()) {
                    lines.add("No edition yet. See what the first would be: gazette preview --out DIR");
                }
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("editions", editions);
                document.put(
                        "skips", skips.stream().map(EditionReport::document).toList());
                gazette.screen().answer(document, lines);
            }
            return ExitCode.DONE;
        }
    }

    /** {@code gazette editions show}. */
    static final class Show implements Command {
        private static final int MOST_TROUBLES = 5;
        private static final int MOST_ANSWERS = 20;

        private final Gazette gazette;
        private String edition = "";

        Show(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("show", "One edition: its articles, and what became of everybody it was owed to.");
            syntax.needed("[NEWSLETTER/]N", "The edition.", value -> edition = value);
            syntax.footer(
                    "",
                    "Everybody is on one side of one sum: audience = accepted + rejected + expired + suppressed + in doubt + waiting.",
                    "Below it: what the servers said, how often, and how it stands at the largest domains.",
                    "One by one: gazette editions export N",
                    "Above it: when it was paused, resumed or cancelled, or sent in spite of errors, and why; in --json, «course».");
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            EditionId id = EditionName.read(settings, edition);
            try (Workspace workspace = gazette.lookAt(settings)) {
                Editions editions = workspace.store().editions();
                Summary summary = editions.summary(id).orElseThrow(() -> unknown(id));
                Outbox outbox = workspace.store().outbox();
                Tally tally = outbox.tally(id);
                Map<String, Object> document = EditionReport.document(summary, tally);
                List<String> lines = new ArrayList<>(List.of(EditionReport.line(summary, tally)));
                List<String> titles = editions.find(id).orElseThrow().articles().stream()
                        .map(a -> a.title())
                        .toList();
                document.put("articleTitles", titles);
                titles.forEach(title -> lines.add("  · " + title));
                List<Deed> course = editions.course(id);
                document.put("course", EditionReport.courseDocuments(course));
                lines.addAll(EditionReport.course(course));
                lines.add(EditionReport.equation(tally));
                List<Answers.Count> answers = outbox.answers(id, MOST_ANSWERS);
                document.put("answers", EditionReport.documents(answers));
                lines.addAll(EditionReport.lines(answers));
                List<DomainTally> domains = outbox.domains(id, DomainTable.MOST);
                document.put("domains", DomainTable.documents(domains));
                lines.addAll(DomainTable.lines(domains));
                document.put("troubles", troubles(outbox, id, lines));
                long heldBack = outbox.heldBack(id);
                document.put("heldBack", heldBack);
                lines.addAll(EditionReport.next(summary, tally, heldBack));
                gazette.screen().answer(document, lines);
            }
            return ExitCode.DONE;
        }

        private static List<Map<String, Object>> troubles(Outbox outbox, EditionId id, List<String> lines) {
            List<Map<String, Object>> documents = new ArrayList<>();
            for (DispatchState state : List.of(
                    DispatchState.REJECTED,
                    DispatchState.EXPIRED,
                    DispatchState.SUPPRESSED,
                    DispatchState.IN_DOUBT,
                    DispatchState.HELD,
                    DispatchState.DEFERRED)) {
                outbox.troubles(id, state, MOST_TROUBLES).forEach(trouble -> {
                    documents.add(EditionReport.document(trouble));
                    lines.add(EditionReport.line(trouble));
                });
            }
            return documents;
        }
    }

    /** What to say of an edition that is not there. */
    static Refusal unknown(EditionId id) {
        return new Refusal(
                ExitCode.USAGE,
                "There is no edition " + id.number() + " of «" + id.newsletter() + "». See: gazette editions ls");
    }
}
