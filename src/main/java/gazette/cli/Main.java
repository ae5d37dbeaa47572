package gazette.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where the process begins and ends. */
public final class Main {
    /** Set by the launcher when input and messages are a terminal's: Java cannot tell on every version. */
    private static final String TERMINAL = "gazette.terminal";

    private Main() {}

    /** Runs the command that {@code args} name and exits with its {@link ExitCode}. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // pictures are made smaller without a screen
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        boolean terminal = Boolean.getBoolean(TERMINAL) && !"dumb".equals(System.getenv("TERM"));
        Surroundings surroundings =
                new Surroundings(Path.of(""), System.getenv(), System.in, out, err, Clock.systemUTC(), terminal);
        ExitCode code = run(surroundings, args);
        out.flush();
        System.exit(code.value());
    }

    /** The same without exiting. */
    static ExitCode run(Surroundings surroundings, String... args) {
        Gazette gazette = new Gazette(surroundings);
        CommandLine line = commandLine(gazette);
        Failures failures = new Failures(gazette);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(failures::usage);
        line.setExecutionExceptionHandler(failures::execution);
        line.setExecutionStrategy(parsed -> {
            Logging.forCommand(gazette.isVerbose());
            int plain = new CommandLine.RunLast().execute(parsed);
            List<CommandLine> chain = parsed.asCommandLineList();
            Object answer = chain.get(chain.size() - 1).getExecutionResult();
            return answer instanceof ExitCode code ? code.value() : plain;
        });
        line.setExitCodeExceptionMapper(failure -> ExitCode.INTERNAL_ERROR.value());
        int value = line.execute(args);
        for (ExitCode code : ExitCode.values()) {
            if (code.value() == value) {
                return code;
            }
        }
        return ExitCode.INTERNAL_ERROR;
    }

    /** Every command, in the order of the help. */
    private static CommandLine commandLine(Gazette gazette) {
        CommandLine line = new CommandLine(gazette)
                .addSubcommand(new DemoCommand(gazette))
                .addSubcommand(new InitCommand(gazette))
                .addSubcommand(new RunCommand(gazette))
                .addSubcommand(new PreviewCommand(gazette))
                .addSubcommand(new CheckCommand(gazette))
                .addSubcommand(new TestCommand(gazette))
                .addSubcommand(new SendCommand(gazette))
                .addSubcommand(group(
                        "editions",
                        "What went out, and to whom.",
                        new EditionsCommand.Ls(gazette),
                        new EditionsCommand.Show(gazette),
                        new EditionsCommand.Resume(gazette)))
                .addSubcommand(group(
                        "articles",
                        "What was picked up.",
                        new ArticlesCommand.Fetch(gazette),
                        new ArticlesCommand.Ls(gazette),
                        new ArticlesCommand.Parse(gazette)))
                .addSubcommand(group(
                        "sources",
                        "Where articles come from, and how each source is doing.",
                        new SourcesCommand.Ls(gazette),
                        new SourcesAdd(gazette),
                        new SourcesCommand.Remove(gazette),
                        new SourcesImport(gazette),
                        new SourcesCommand.Export(gazette)))
                .addSubcommand(group(
                        "subscribers",
                        "Who gets it.",
                        new SubscribersCommand.Ls(gazette),
                        new SubscribersCommand.Import(gazette),
                        new SubscribersCommand.Export(gazette),
                        new SubscribersCommand.Remove(gazette)))
                .addSubcommand(group(
                        "templates",
                        "What the mail looks like.",
                        new TemplatesCommand.Ls(gazette),
                        new TemplatesCommand.New(gazette),
                        new TemplatesCommand.Diff(gazette),
                        new TemplatesCommand.Eject(gazette)))
                .addSubcommand(group(
                        "schedule",
                        "When it goes out.",
                        new ScheduleCommand.Ls(gazette),
                        new ScheduleCommand.Next(gazette)))
                .addSubcommand(group(
                        "config",
                        "The settings.",
                        new ConfigCommand.Show(gazette),
                        new ConfigCommand.Validate(gazette),
                        new ConfigCommand.Schema(gazette)))
                .addSubcommand(new VersionCommand(gazette))
                .addSubcommand(new CommandLine.HelpCommand());
        line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE.value());
        return line;
    }

    private static CommandLine group(String name, String description, Object... commands) {
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(description);
        CommandLine group = new CommandLine(spec);
        for (Object command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }
}
