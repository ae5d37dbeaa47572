package gazette.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The table of all commands. Those of a group are made only for a line that names the group, for no other can lead to
 * them: making all would take longer than the rest of a short command.
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
                .addSubcommand(new SinkCommand(gazette))
                .addSubcommand(new VersionCommand(gazette))
                .addSubcommand(new CommandLine.HelpCommand());
        line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE.value());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private CommandLine group(String name, String description, Supplier<List<Object>> commands) {
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(description);
        CommandLine group = new CommandLine(spec);
        if (words.stream().anyMatch(word -> word.equals(name) || word.startsWith("@"))) {
            commands.get().forEach(group::addSubcommand);
        }
        return group;
    }
}
