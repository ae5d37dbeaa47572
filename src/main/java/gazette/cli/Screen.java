package gazette.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command says: data on standard output, messages on standard error; with {@code --json} one document on standard
 * output and nothing else there.
 */
final class Screen {
    /** Of every document; a name that goes or changes its meaning makes it one more. */
    static final int JSON_VERSION = 1;

    private static final JSON WRITER = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
    private static final JSON LINES = JSON.std;

    private final PrintStream out;
    private final PrintStream err;
    private final ScreenOptions options;

    Screen(PrintStream out, PrintStream err, ScreenOptions options) {
        this.out = out;
        this.err = err;
        this.options = options;
    }

    ScreenOptions options() {
        return options;
    }

    /** The command's answer: {@code lines} for people, or {@code document} for programs. */
    void answer(Map<String, Object> document, List<String> lines) {
        if (options.json()) {
            out.println(json(document, WRITER));
        } else if (!options.quiet()) {
            lines.forEach(out::println);
        }
        out.flush();
    }

    /** One line of a stream that goes on; a document on a line for programs. */
    void line(Map<String, Object> document, String line) {
        if (options.json()) {
            out.println(json(document, LINES));
        } else if (!options.quiet()) {
            out.println(line);
        }
        out.flush();
    }

    /** Text as it is, whatever the options: an export. */
    void data(CharSequence text) {
        out.print(text);
        out.flush();
    }

    /** Something to know that is no answer. */
    void note(String line) {
        if (!options.quiet()) {
            err.println(line);
        }
    }

    /** Something that went wrong; said even when quiet. */
    void problem(String line) {
        err.println(bad(line));
    }

    /** A question, answered on the same line. */
    void ask(String question) {
        err.print(question);
        err.flush();
    }

    /** Draws over the line that was drawn before; only where a person watches. */
    void redraw(String line) {
        err.print("\r\u001B[2K" + line);
        err.flush();
    }

    void endRedraw() {
        err.println();
    }

    /** Whether lines may move and be drawn over. */
    boolean isAnimated() {
        return options.terminal() && !options.json() && !options.quiet();
    }

    String good(String text) {
        return coloured("32", text);
    }

    String bad(String text) {
        return coloured("31", text);
    }

    String strong(String text) {
        return coloured("1", text);
    }

    String tick() {
        return good("✔");
    }

    private String coloured(String code, String text) {
        return options.colour() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }

    /** {@code document} with its version, as {@link #line} writes it. */
    static String onOneLine(Map<String, Object> document) {
        return json(document, LINES);
    }

    private static String json(Map<String, Object> document, JSON writer) {
        Map<String, Object> versioned = new LinkedHashMap<>();
        versioned.put("version", JSON_VERSION);
        versioned.putAll(document);
        try {
            return writer.asString(versioned);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
