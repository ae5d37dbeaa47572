package gazette.cli;

import gazette.check.CheckWords;
import gazette.check.Circumstances;
import gazette.check.Finding.Level;
import gazette.check.LinkProbe;
import gazette.check.MessageRules;
import gazette.check.Persona;
import gazette.check.Personas;
import gazette.check.Quote;
import gazette.check.Sentence;
import gazette.check.Specimen;
import gazette.config.Settings;
import gazette.config.SigningSettings;
import gazette.dkim.SigningDomain;
import gazette.edition.Newsletter;
import gazette.proof.Checked;
import gazette.proof.CheckedMessages;
import gazette.proof.MessageCheck;
import gazette.proof.NewsletterCheck;
import gazette.proof.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code gazette check}. */
final class CheckCommand implements Command {
    /** What {@code --fail-on} takes. */
    enum FailOn {
        error,
        warn
    }

    /** What {@code --personas} takes. */
    enum Choice {
        usual,
        all
    }

    /** Larger than any server takes, in octets. */
    private static final int LARGEST_MESSAGE = 100_000_000;

    private final Gazette gazette;
    private Optional<String> subject = Optional.empty();
    private FailOn failOn = FailOn.error;
    private Choice personas = Choice.usual;
    private boolean online;
    private boolean sarif;
    private InitCommand.Language language = InitCommand.Language.en;

    CheckCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.option(
                "--fail-on",
                "LEVEL",
                "What makes it exit with 3: ${COMPLETION-CANDIDATES} (default: error).",
                FailOn.class,
                value -> failOn = value);
        syntax.option(
                "--personas",
                "WHICH",
                "The sample readers whose messages are looked at: ${COMPLETION-CANDIDATES} (default: usual).",
                Choice.class,
                value -> personas = value);
        syntax.flag(
                "--online", "Ask the web whether the pages are there that messages lead to.", value -> online = value);
        syntax.flag("--sarif", "Answer with SARIF 2.1.0, as code hosts show it.", value -> sarif = value);
        syntax.option(
                "--lang",
                "LANG",
                "The language of the answer, but for --json and --sarif: ${COMPLETION-CANDIDATES} (default: en).",
                InitCommand.Language.class,
                value -> language = value);
        syntax.parameter(
                "NEWSLETTER|FILE.eml",
                "Its key in the settings (default: all), or a message in a file.",
                value -> subject = Optional.of(value));
        syntax.footer(
                "",
                "Examples:",
                "  gazette check                             every newsletter",
                "  gazette check la-gazette --personas all   each kind of reader: names, languages, topics",
                "  gazette check --fail-on warn --sarif      for a build: exits with 3 at a warning too",
                "  gazette check message.eml                 one message, from wherever it is",
                "",
                "It exits with 3 when it found something at or above --fail-on, and with 2 when the settings are wrong.");
    }

    @Override
    public ExitCode call() {
        CheckReport report = file().map(this::message).orElseGet(this::newsletters);
        if (sarif) {
            gazette.screen().data(Sarif.of(report.findings()));
        } else {
            gazette.screen().answer(CheckDocument.of(report), lines(report));
        }
        Level limit = failOn == FailOn.error ? Level.ERROR : Level.WARN;
        return report.findings().stream().anyMatch(finding -> finding.level().compareTo(limit) >= 0)
                ? ExitCode.CHECK_FAILED
                : ExitCode.DONE;
    }

    private List<String> lines(CheckReport report) {
        Locale reader = Locale.forLanguageTag(language.name());
        return new CheckLines(gazette.screen(), new CheckWords(), reader).of(report, gazette.isVerbose());
    }

    /** The message that is meant; empty when a newsletter is, or all. */
    private Optional<Path> file() {
        return subject.filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".eml"))
                .map(name -> gazette.surroundings()
                        .folder()
                        .resolve(name)
                        .toAbsolutePath()
                        .normalize());
    }

    private CheckReport message(Path file) {
        String name = subject.orElseThrow();
        Specimen specimen = Specimen.ofFile(name, octets(file));
        Sentence title = specimen.subject().isEmpty()
                ? Sentence.named("check.no-subject", "without a subject")
                : Sentence.named("check.subject", "{0}", new Quote(specimen.subject()));
        try (Internet internet = Internet.withoutSettings(gazette.surroundings().clock())) {
            Optional<LinkProbe> probe = online ? Optional.of(internet.probe()) : Optional.empty();
            CheckedMessages looked = CheckedMessages.of(title, rules(probe), List.of(specimen), List.of(), List.of());
            return new CheckReport(List.of(new Checked(name, name, List.of(), List.of(looked))), 0);
        }
    }

    private MessageRules rules(Optional<LinkProbe> probe) {
        return new MessageRules(new Circumstances(OptionalInt.empty(), Optional.empty(), probe, ownKeys()));
    }

    /** Those of the workspace, if this is one. */
    private Optional<SigningDomain> ownKeys() {
        return gazette.readSettings().settings().flatMap(Settings::dkim).map(SigningSettings::domain);
    }

    private static byte[] octets(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(LARGEST_MESSAGE + 1);
            if (octets.length > LARGEST_MESSAGE) {
                throw new Refusal(ExitCode.USAGE, file + " has more than 100 MB: no mail server takes such a message.");
            }
            return octets;
        } catch (IOException unreadable) {
            throw new Refusal(ExitCode.USAGE, file + " cannot be read: give the file of a message, as it was saved.");
        }
    }

    private CheckReport newsletters() {
        Settings settings = gazette.settings();
        List<Newsletter> wanted = subject.map(id -> List.of(Gazette.newsletter(settings, Optional.of(id))))
                .orElse(settings.newsletters());
        try (Workspace workspace = gazette.lookAt(settings)) {
            Optional<LinkProbe> probe = online ? Optional.of(workspace.probe()) : Optional.empty();
            Workbench bench = workspace.workbench();
            NewsletterCheck check =
                    new NewsletterCheck(bench, gazette.surroundings().clock(), new MessageCheck(bench, probe));
            List<Checked> checked = wanted.stream()
                    .map(newsletter -> check.look(newsletter, personas(newsletter)))
                    .toList();
            return new CheckReport(checked, check.sources());
        }
    }

    private List<Persona> personas(Newsletter newsletter) {
        return personas == Choice.all ? Personas.all(newsletter) : Personas.usual(newsletter);
    }
}
