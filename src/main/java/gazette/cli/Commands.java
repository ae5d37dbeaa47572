package gazette.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The table of all commands. One is made only for a line that names it, for no other can lead to it: making all would take
 * longer than the rest of a short command.
 */
final class Commands {
    private final Gazette gazette;
    private final List<String> words;

    /** @param words of the command line; one that begins with {@code @} names a file of more */
    Commands(Gazette gazette, List<String> words) {
        this.gazette = gazette;
        this.words = words;
    }

    /** What understands the line: every command, in the order of the help. */
    CommandLine line() {
        CommandLine line = new CommandLine(gazette)
                .addSubcommand(command(
                        "demo",
                        "A sample newsroom, its mail server and its inbox on this machine. Nothing leaves it.",
                        () -> new DemoCommand(gazette)))
                .addSubcommand(command(
                        "init",
                        "A new workspace: settings with every key commented, an empty list.",
                        () -> new InitCommand(gazette)))
                .addSubcommand(command(
                        "run",
                        "The scheduler, the delivery workers and the readers' pages, until stopped.",
                        () -> new RunCommand(gazette)))
                .addSubcommand(command(
                        "preview",
                        "The next edition with its real articles, in a browser or as files. Nothing is sent.",
                        () -> new PreviewCommand(gazette)))
                .addSubcommand(command(
                        "check",
                        "What could go wrong with the next edition: sources, articles, template, messages. Writes nothing.",
                        () -> new CheckCommand(gazette)))
                .addSubcommand(command(
                        "test",
                        "One [TEST] message by the real mail server. Nothing is stored.",
                        () -> new TestCommand(gazette)))
                .addSubcommand(command(
                        "send",
                        "Compose the next edition and send it now, or finish one that was cut short.",
                        () -> new SendCommand(gazette)))
                .addSubcommand(group(
                        "editions",
                        "What went out, and to whom.",
                        () -> List.of(
                                new EditionsCommand.Ls(gazette),
                                new EditionsCommand.Show(gazette),
                                new EditionsWatch(gazette),
                                new EditionsPause(gazette),
                                new EditionsResume(gazette),
                                new EditionsCancel(gazette),
                                new EditionsRetry(gazette),
                                new EditionsExport(gazette))))
                .addSubcommand(group(
                        "articles",
                        "What was picked up.",
                        () -> List.of(
                                new ArticlesCommand.Fetch(gazette),
                                new ArticlesCommand.Ls(gazette),
                                new ArticlesCommand.Parse(gazette))))
                .addSubcommand(group(
                        "sources",
                        "Where articles come from, and how each source is doing.",
                        () -> List.of(
                                new SourcesCommand.Ls(gazette),
                                new SourcesAdd(gazette),
                                new SourcesCommand.Remove(gazette),
                                new SourcesImport(gazette),
                                new SourcesCommand.Export(gazette))))
                .addSubcommand(group(
                        "subscribers",
                        "Who gets it.",
                        () -> List.of(
                                new SubscribersCommand.Ls(gazette),
                                new SubscribersCommand.Import(gazette),
                                new SubscribersCommand.Export(gazette),
                                new SubscribersCommand.Remove(gazette))))
                .addSubcommand(group(
                        "templates",
                        "What the mail looks like.",
                        () -> List.of(
                                new TemplatesCommand.Ls(gazette),
                                new TemplatesCommand.New(gazette),
                                new TemplatesCommand.Diff(gazette),
                                new TemplatesCommand.Eject(gazette))))
                .addSubcommand(group(
                        "schedule",
                        "When it goes out.",
                        () -> List.of(new ScheduleCommand.Ls(gazette), new ScheduleCommand.Next(gazette))))
                .addSubcommand(group(
                        "dkim",
                        "Signatures by which receivers know that a message is yours.",
                        () -> List.of(new DkimCommand.Keygen(gazette), new DkimCommand.Records(gazette))))
                .addSubcommand(group(
                        "config",
                        "The settings.",
                        () -> List.of(
                                new ConfigCommand.Show(gazette),
                                new ConfigCommand.Validate(gazette),
                                new ConfigCommand.Schema(gazette))))
                .addSubcommand(command(
                        "sink",
                        "A mail server that keeps every message on this machine, with an inbox for people and programs.",
                        () -> new SinkCommand(gazette)))
                .addSubcommand(command("version", "Which Gazette, which Java.", () -> new VersionCommand(gazette)))
                .addSubcommand(new CommandLine.HelpCommand());
        line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE.value());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(int.class, new NumberWord());
        line.registerConverter(Integer.class, new NumberWord());
        return line;
    }

    private CommandLine command(String name, String description, Supplier<Object> command) {
        return isNamed(name) ? described(new CommandLine(command.get()), name, description) : unmade(name, description);
    }

    private CommandLine group(String name, String description, Supplier<List<Object>> commands) {
        if (!isNamed(name)) {
            return unmade(name, description);
        }
        CommandLine group =
                described(new CommandLine(CommandSpec.create().mixinStandardHelpOptions(true)), name, description);
        commands.get().forEach(group::addSubcommand);
        return group;
    }

    private boolean isNamed(String name) {
        return words.stream().anyMatch(word -> word.equals(name) || word.startsWith("@"));
    }

    /** Enough of a command for the list of all. */
    private static CommandLine unmade(String name, String description) {
        return described(new CommandLine(CommandSpec.create()), name, description);
    }

    private static CommandLine described(CommandLine line, String name, String description) {
        line.getCommandSpec().name(name).usageMessage().description(description);
        return line;
    }
}
