package gazette.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a process finds around it; tests bring their own.
 *
 * @param folder the current one
 * @param isTerminal whether a person is watching and can answer
 */
record Surroundings(
        Path folder,
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Clock clock,
        boolean isTerminal) {

    /** The line that the person types next; empty when there is none. */
    String answer() {
        try {
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException nobodyThere) {
            return "";
        }
    }
}
