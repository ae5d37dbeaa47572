package gazette.cli;

import gazette.config.Nearest;
import gazette.edition.NoteUnreadable;
import gazette.render.TemplateProblem;
import gazette.schedule.ScheduleProblem;
import gazette.sink.SinkPortTaken;
import gazette.store.StoreFailure;
import gazette.subscriber.KeyFileUnusable;
import gazette.subscriber.ListUnreadable;
import gazette.web.PortTaken;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the person at the keyboard is told when a command fails, and what the process exits with. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Gazette gazette;

    Failures(Gazette gazette) {
        this.gazette = gazette;
    }

    /** Words that are no command or option. */
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        gazette.screen().problem(unknownCommand(wrong).orElse(String.valueOf(wrong.getMessage())));
        gazette.screen().note("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.value();
    }

    /** What to say when a word stands where a command should. */
    private static Optional<String> unknownCommand(ParameterException wrong) {
        Set<String> commands = wrong.getCommandLine().getSubcommands().keySet();
        if (commands.isEmpty() || !(wrong instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().get(0);
        return word.startsWith("-")
                ? Optional.empty()
                : Optional.of("Unknown command «" + word + "»."
                        + Nearest.of(word, commands)
                                .map(near -> " Did you mean «" + near + "»?")
                                .orElse(" There are " + String.join(", ", commands) + "."));
    }

    /** What a command threw. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        ExitCode code = code(failure);
        if (code == ExitCode.INTERNAL_ERROR) {
            gazette.screen().problem("This is a bug in Gazette: " + failure);
            failure.printStackTrace(gazette.surroundings().err());
        } else {
            gazette.screen().problem(words(failure));
            if (gazette.isVerbose()) {
                failure.printStackTrace(gazette.surroundings().err());
            }
        }
        return code.value();
    }

    private static ExitCode code(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.code();
        }
        if (failure instanceof TemplateProblem template) {
            return template.isMissing() ? ExitCode.USAGE : ExitCode.CHECK_FAILED;
        }
        if (failure instanceof ListUnreadable || failure instanceof NoteUnreadable) {
            return ExitCode.USAGE;
        }
        boolean world = failure instanceof StoreFailure
                || failure instanceof PortTaken
                || failure instanceof SinkPortTaken
                || failure instanceof ScheduleProblem
                || failure instanceof KeyFileUnusable
                || failure instanceof UncheckedIOException;
        return world ? ExitCode.UNAVAILABLE : ExitCode.INTERNAL_ERROR;
    }

    private static String words(Exception failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : failure.getMessage() + ": " + cause.getMessage();
    }
}
