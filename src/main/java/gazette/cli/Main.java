package gazette.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

/** Where the process begins and ends. */
public final class Main {
    /** Set by the launcher when input and messages are a terminal's: Java cannot tell on every version. */
    private static final String TERMINAL = "gazette.terminal";

    private Main() {}

    /** Runs the command that {@code args} name and exits with its {@link ExitCode}. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // pictures are made smaller without a screen
        HeadStart headStart = HeadStart.of(List.of(args));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        boolean terminal = Boolean.getBoolean(TERMINAL) && !"dumb".equals(System.getenv("TERM"));
        Surroundings surroundings =
                new Surroundings(Path.of(""), System.getenv(), System.in, out, err, Clock.systemUTC(), terminal);
        ExitCode code = run(surroundings, headStart, args);
        out.flush();
        System.exit(code.value());
    }

    /** The same without exiting. */
    static ExitCode run(Surroundings surroundings, String... args) {
        return run(surroundings, HeadStart.NONE, args);
    }

    /** @param headStart begun for these {@code args} */
    static ExitCode run(Surroundings surroundings, HeadStart headStart, String... args) {
        Gazette gazette = new Gazette(surroundings, headStart);
        CommandLine line = new Commands(gazette, List.of(args)).line();
        Failures failures = new Failures(gazette);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        Execution execution = new Execution(gazette);
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        line.setExecutionStrategy(execution);
        line.setExitCodeExceptionMapper(execution);
        int value = line.execute(args);
        for (ExitCode code : ExitCode.values()) {
            if (code.value() == value) {
                return code;
            }
        }
        return ExitCode.INTERNAL_ERROR;
    }
}
