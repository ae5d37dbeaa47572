package gazette.cli;

import gazette.config.Nearest;
import java.util.Optional;
import picocli.CommandLine;

/** {@code gazette help}. */
final class HelpCommand implements Command {
    private final Gazette gazette;
    private final CommandLine all;
    private Optional<String> command = Optional.empty();

    /** @param all that there are */
    HelpCommand(Gazette gazette, CommandLine all) {
        this.gazette = gazette;
        this.all = all;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named("help", "What a command is for, and what it takes.");
        syntax.parameter("COMMAND", "Whose (default: what all have in common).", value -> command = Optional.of(value));
    }

    @Override
    public ExitCode call() {
        CommandLine asked = command.map(this::named).orElse(all);
        asked.usage(gazette.surroundings().out());
        return ExitCode.DONE;
    }

    private CommandLine named(String name) {
        CommandLine found = all.getSubcommands().get(name);
        if (found == null) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "There is no command «" + name + "»."
                            + Nearest.of(name, all.getSubcommands().keySet())
                                    .map(near -> " Did you mean «" + near + "»?")
                                    .orElse(""));
        }
        return found;
    }
}
