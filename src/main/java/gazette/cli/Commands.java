package gazette.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The table of all commands. Those that a line cannot lead to are not made: making all would take longer than the rest of
 * a short command.
 */
final class Commands {
    private record Entry(String name, String description) {}

    /** In the order of the help. */
    private static final List<Entry> TABLE = List.of(
            new Entry("demo", "A sample newsroom, its mail server and its inbox on this machine. Nothing leaves it."),
            new Entry("init", "A new workspace: settings with every key commented, an empty list."),
            new Entry("run", "The scheduler, the delivery workers and the readers' pages, until stopped."),
            new Entry("preview", "The next edition with its real articles, in a browser or as files. Nothing is sent."),
            new Entry(
                    "check",
                    "What could go wrong with the next edition: sources, articles, template, messages. Writes nothing."),
            new Entry("test", "One [TEST] message by the real mail server. Nothing is stored."),
            new Entry("send", "Compose the next edition and send it now, or finish one that was cut short."),
            new Entry("editions", "What went out, and to whom."),
            new Entry("articles", "What was picked up."),
            new Entry("sources", "Where articles come from, and how each source is doing."),
            new Entry("subscribers", "Who gets it."),
            new Entry("templates", "What the mail looks like."),
            new Entry("schedule", "When it goes out."),
            new Entry("dkim", "Signatures by which receivers know that a message is yours."),
            new Entry("config", "The settings."),
            new Entry(
                    "sink",
                    "A mail server that keeps every message on this machine, with an inbox for people and programs."),
            new Entry("version", "Which Gazette, which Java."));

    /** Of those before the command. */
    private static final Pattern OPTION_WITH_A_VALUE = Pattern.compile("-[A-Za-z]*C");

    private final Gazette gazette;
    private final List<String> words;

    /** @param words of the command line; one that begins with {@code @} names a file of more */
    Commands(Gazette gazette, List<String> words) {
        this.gazette = gazette;
        this.words = words;
    }

    /** What understands the line. */
    CommandLine line() {
        CommandLine line = new CommandLine(Syntax.ofAll(gazette::describe));
        Optional<Entry> only = command();
        for (Entry entry : only.isPresent() ? List.of(only.get()) : TABLE) {
            line.addSubcommand(isNamed(entry.name()) ? made(entry) : unmade(entry));
        }
        if (only.isEmpty()) {
            line.addSubcommand(new CommandLine(Syntax.of(new HelpCommand(gazette, line))));
        }
        line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE.value());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAllowSubcommandsAsOptionParameters(true); // a folder may be called as a command is
        line.registerConverter(int.class, new NumberWord());
        line.registerConverter(Integer.class, new NumberWord());
        return line;
    }

    /** The command that the line certainly leads to; empty when that needs all commands to tell. */
    private Optional<Entry> command() {
        boolean isValue = false;
        for (String word : words) {
            if (word.startsWith("@")) {
                return Optional.empty();
            }
            if (!isValue && !word.startsWith("-")) {
                return TABLE.stream().filter(entry -> entry.name().equals(word)).findFirst();
            }
            isValue = OPTION_WITH_A_VALUE.matcher(word).matches();
        }
        return Optional.empty();
    }

    private boolean isNamed(String name) {
        for (String word : words) {
            if (word.equals(name) || word.startsWith("@")) {
                return true;
            }
        }
        return false;
    }

    private CommandLine made(Entry entry) {
        List<Command> commands = commands(entry.name());
        if (commands.size() == 1) {
            return described(new CommandLine(Syntax.of(commands.get(0))), entry);
        }
        CommandLine group = described(new CommandLine(CommandSpec.create()), entry);
        for (Command command : commands) {
            group.addSubcommand(new CommandLine(Syntax.of(command)));
        }
        return group;
    }

    /** The command of that name; several when it is a group of them. */
    private List<Command> commands(String name) {
        return switch (name) {
            case "demo" -> List.of(new DemoCommand(gazette));
            case "init" -> List.of(new InitCommand(gazette));
            case "run" -> List.of(new RunCommand(gazette));
            case "preview" -> List.of(new PreviewCommand(gazette));
            case "check" -> List.of(new CheckCommand(gazette));
            case "test" -> List.of(new TestCommand(gazette));
            case "send" -> List.of(new SendCommand(gazette));
            case "editions" ->
                List.of(
                        new EditionsCommand.Ls(gazette),
                        new EditionsCommand.Show(gazette),
                        new EditionsWatch(gazette),
                        new EditionsPause(gazette),
                        new EditionsResume(gazette),
                        new EditionsCancel(gazette),
                        new EditionsRetry(gazette),
                        new EditionsExport(gazette));
            case "articles" ->
                List.of(
                        new ArticlesCommand.Fetch(gazette),
                        new ArticlesCommand.Ls(gazette),
                        new ArticlesCommand.Parse(gazette));
            case "sources" ->
                List.of(
                        new SourcesCommand.Ls(gazette),
                        new SourcesAdd(gazette),
                        new SourcesCommand.Remove(gazette),
                        new SourcesImport(gazette),
                        new SourcesCommand.Export(gazette));
            case "subscribers" ->
                List.of(
                        new SubscribersCommand.Ls(gazette),
                        new SubscribersCommand.Import(gazette),
                        new SubscribersCommand.Export(gazette),
                        new SubscribersCommand.Remove(gazette));
            case "templates" ->
                List.of(
                        new TemplatesCommand.Ls(gazette),
                        new TemplatesCommand.New(gazette),
                        new TemplatesCommand.Diff(gazette),
                        new TemplatesCommand.Eject(gazette));
            case "schedule" -> List.of(new ScheduleCommand.Ls(gazette), new ScheduleCommand.Next(gazette));
            case "dkim" -> List.of(new DkimCommand.Keygen(gazette), new DkimCommand.Records(gazette));
            case "config" ->
                List.of(
                        new ConfigCommand.Show(gazette),
                        new ConfigCommand.Validate(gazette),
                        new ConfigCommand.Schema(gazette));
            case "sink" -> List.of(new SinkCommand(gazette));
            case "version" -> List.of(new VersionCommand(gazette));
            default -> throw new AssertionError("the table has no " + name);
        };
    }

    /** Enough of a command for the list of all. */
    private static CommandLine unmade(Entry entry) {
        return described(new CommandLine(CommandSpec.create()), entry);
    }

    private static CommandLine described(CommandLine line, Entry entry) {
        line.getCommandSpec().name(entry.name()).usageMessage().description(entry.description());
        return line;
    }
}
