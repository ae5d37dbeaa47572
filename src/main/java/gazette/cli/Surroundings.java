package gazette.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /** The same in another folder. */
    Surroundings in(Path other) {
        return new Surroundings(other, environment, in, out, err, clock, isTerminal);
    }

    /** Whether the person has typed a line that nobody has asked for yet. */
    boolean hasTyped() {
        try {
            return in.available() > 0;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /** The line that the person types next; empty when there is none. */
    String answer() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
                line.write(octet); // one by one: what comes after the line answers the next question
            }
            return line.toString(StandardCharsets.UTF_8).strip();
        } catch (IOException nobodyThere) {
            return "";
        }
    }
}
