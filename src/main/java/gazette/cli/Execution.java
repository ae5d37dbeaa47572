package gazette.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs the command that a line names; what it answers becomes what the process exits with. */
final class Execution implements IExecutionStrategy, IExitCodeExceptionMapper {
    private final Gazette gazette;

    Execution(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public int execute(ParseResult parsed) {
        Logging.forCommand(gazette.isVerbose());
        int plain = new RunLast().execute(parsed);
        List<CommandLine> chain = parsed.asCommandLineList();
        Object answer = chain.get(chain.size() - 1).getExecutionResult();
        return answer instanceof ExitCode code ? code.value() : plain;
    }

    /** Of a failure that nobody foresaw. */
    @Override
    public int getExitCode(Throwable failure) {
        return ExitCode.INTERNAL_ERROR.value();
    }
}
