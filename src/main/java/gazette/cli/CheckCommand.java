package gazette.cli;

import gazette.article.Articles.Listed;
import gazette.article.Problem;
import gazette.article.Source;
import gazette.check.ArticleRules;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.SourceRules;
import gazette.config.Settings;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Newsletter;
import gazette.pickup.Health;
import gazette.render.TemplateProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gazette check}. */
@Command(
        name = "check",
        description = "What could go wrong with the next edition: sources, articles, template. Writes nothing.",
        footer = {
            "",
            "Examples:",
            "  gazette check                           every newsletter",
            "  gazette check la-gazette --fail-on warn   exit with 3 at a warning too, for cron",
            "",
            "It exits with 3 when it found something at or above --fail-on, and with 2 when the settings are wrong."
        })
final class CheckCommand implements Callable<ExitCode> {
    /** What {@code --fail-on} takes. */
    enum FailOn {
        error,
        warn
    }

    /** Of each source's newest articles: enough to tell its rhythm. */
    private static final int RECENT = 30;

    private final Gazette gazette;

    @Parameters(arity = "0..1", paramLabel = "NEWSLETTER", description = "Its key in the settings (default: all).")
    private Optional<String> newsletter = Optional.empty();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "What makes it exit with 3: ${COMPLETION-CANDIDATES} (default: error).")
    private FailOn failOn = FailOn.error;

    CheckCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        List<Newsletter> wanted = newsletter
                .map(id -> List.of(Gazette.newsletter(settings, Optional.of(id))))
                .orElse(settings.newsletters());
        List<Finding> found = new ArrayList<>();
        try (Workspace workspace = gazette.lookAt(settings)) {
            Instant now = gazette.surroundings().clock().instant();
            wanted.stream()
                    .flatMap(each -> each.sources().stream())
                    .distinct()
                    .forEach(source -> found.addAll(source(workspace, source, now)));
            List<Finding> ofSources = List.copyOf(found);
            wanted.forEach(each -> found.addAll(edition(workspace, each, ofSources)));
        }
        List<Finding> findings = Finding.sorted(found.stream().distinct().toList());
        say(findings, wanted);
        Level limit = failOn == FailOn.error ? Level.ERROR : Level.WARN;
        return findings.stream().anyMatch(finding -> finding.level().compareTo(limit) >= 0)
                ? ExitCode.CHECK_FAILED
                : ExitCode.DONE;
    }

    private static List<Finding> source(Workspace workspace, Source source, Instant now) {
        Health health =
                workspace.store().sources().health(List.of(source.key())).get(0);
        List<Instant> published = workspace.store().articles().list(List.of(source.key()), RECENT).stream()
                .map(Listed::published)
                .toList();
        return SourceRules.of(source, health, published, now);
    }

    /** The next edition of its first cadence: the others are made of the same articles. */
    private List<Finding> edition(Workspace workspace, Newsletter wanted, List<Finding> ofSources) {
        List<Finding> findings = new ArrayList<>();
        try {
            Outlook outlook = workspace
                    .rehearsal()
                    .run(
                            wanted,
                            wanted.cadences().get(0),
                            Slot.now(gazette.surroundings().clock()));
            outlook.pickedUp().problems().stream()
                    .filter(problem -> ofSources.stream().noneMatch(f -> isSaidBy(f, problem)))
                    .forEach(problem -> findings.add(unread(problem)));
            outlook.edition().ifPresent(edition -> findings.addAll(ArticleRules.of(edition)));
        } catch (TemplateProblem broken) {
            findings.add(new Finding(
                    Level.ERROR,
                    "template-broken",
                    wanted.template(),
                    String.valueOf(broken.getMessage()),
                    "mend it, then look: gazette preview " + wanted.id() + " --out draft"));
        }
        return findings;
    }

    /** A source in trouble, of which the same is known already. */
    private static boolean isSaidBy(Finding finding, Problem problem) {
        return finding.level() != Level.INFO && finding.place().contains(problem.place());
    }

    private static Finding unread(Problem problem) {
        if (problem.place().contains("://")) {
            return new Finding(
                    Level.WARN,
                    "source-unanswered",
                    problem.place(),
                    problem.what(),
                    "see since when: gazette sources ls");
        }
        return new Finding(
                Level.WARN,
                "article-unread",
                problem.place(),
                problem.what(),
                "see what is taken for what: gazette articles parse FILE");
    }

    private void say(List<Finding> findings, List<Newsletter> wanted) {
        Map<String, Object> document = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (Level level : List.of(Level.ERROR, Level.WARN, Level.INFO)) {
            document.put(
                    level.name().toLowerCase(Locale.ROOT),
                    findings.stream().filter(f -> f.level() == level).count());
        }
        document.put("findings", findings.stream().map(CheckCommand::document).toList());
        for (Finding finding : findings) {
            lines.add(mark(finding.level()) + " " + finding.place() + ": " + finding.what());
            lines.add("    " + finding.remedy() + "   [" + finding.rule() + "]");
        }
        long sources =
                wanted.stream().flatMap(n -> n.sources().stream()).distinct().count();
        lines.add(
                findings.isEmpty()
                        ? gazette.screen().tick() + " nothing found: " + Count.of(sources, "source") + ", "
                                + Count.of(wanted.size(), "newsletter")
                        : Count.of(count(findings, Level.ERROR), "error") + ", "
                                + Count.of(count(findings, Level.WARN), "warning") + ", "
                                + Count.of(count(findings, Level.INFO), "note"));
        gazette.screen().answer(document, lines);
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    private String mark(Level level) {
        return switch (level) {
            case ERROR -> gazette.screen().bad("✘");
            case WARN -> gazette.screen().strong("!");
            case INFO -> "·";
        };
    }

    private static Map<String, Object> document(Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("level", finding.level().name());
        document.put("rule", finding.rule());
        document.put("place", finding.place());
        document.put("what", finding.what());
        document.put("remedy", finding.remedy());
        return document;
    }
}
