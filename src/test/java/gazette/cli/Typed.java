package gazette.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
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

    static Typed in(Path workspace, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                workspace,
                environment,
                InputStream.nullInputStream(),
                stream(out),
                stream(err),
                Clock.systemUTC(),
                false);
        ExitCode code = Main.run(surroundings, args);
        surroundings.out().flush();
        return new Typed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream octets) {
        return new PrintStream(octets, true, StandardCharsets.UTF_8);
    }
}
