package gazette.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * A command as it was typed, and what came back; run inside the test, where nobody watches a terminal.
 *
 * @param out standard output
 * @param err standard error
 */
record Typed(ExitCode code, String out, String err) {
    static Typed in(Path workspace, String... args) {
        return in(workspace, Map.of(), args);
    }

    /** The same with a person at a terminal, who answers what is asked with these lines. */
    static Typed answering(Path workspace, String answers, String... args) {
        return in(new Seat(answers, true), workspace, Map.of("NO_COLOR", "1"), args);
    }

    /** The same with a person at a terminal that shows colours. */
    static Typed atATerminal(Path workspace, String... args) {
        return in(new Seat("", true), workspace, Map.of(), args);
    }

    private record Seat(String answers, boolean isTerminal) {}

    static Typed in(Path workspace, Map<String, String> environment, String... args) {
        return in(new Seat("", false), workspace, environment, args);
    }

    private static Typed in(Seat seat, Path workspace, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                workspace,
                environment,
                new ByteArrayInputStream(seat.answers().getBytes(StandardCharsets.UTF_8)),
                stream(out),
                stream(err),
                Clock.systemUTC(),
                seat.isTerminal());
        ExitCode code = Main.run(surroundings, args);
        surroundings.out().flush();
        return new Typed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a command finds around it where nobody watches and nobody reads what it says. */
    static Surroundings surroundings(Path workspace) {
        return new Surroundings(
                workspace,
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                stream(new ByteArrayOutputStream()),
                stream(new ByteArrayOutputStream()),
                Clock.systemUTC(),
                false);
    }

    private static PrintStream stream(ByteArrayOutputStream octets) {
        return new PrintStream(octets, true, StandardCharsets.UTF_8);
    }
}
