package gazette.cli;

import java.util.concurrent.Callable;

/** What a line may lead to. It is described once, then its options and parameters are set, then it is called. */
interface Command extends Callable<ExitCode> {
    /** Says what it takes. */
    void describe(Syntax syntax);

    @Override
    ExitCode call() throws Exception;
}
