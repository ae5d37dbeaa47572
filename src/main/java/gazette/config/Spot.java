package gazette.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where something stands.
 *
 * @param file or the environment variable
 * @param line from 1; 0 for none
 * @param column from 1; 0 for none
 */
record Spot(String file, int line, int column) {
    static Spot of(String file, Optional<Mark> mark) {
        return mark.map(m -> new Spot(file, m.getLine() + 1, m.getColumn() + 1)).orElse(new Spot(file, 1, 1));
    }

    /** The place after {@code before}, the beginning of the file. */
    static Spot after(String file, CharSequence before) {
        String text = before.toString();
        int lineStart = text.lastIndexOf('\n') + 1;
        long line = text.chars().filter(c -> c == '\n').count() + 1;
        return new Spot(file, (int) line, text.codePointCount(lineStart, text.length()) + 1);
    }

    static Spot variable(String name) {
        return new Spot(name, 0, 0);
    }

    SettingsProblem problem(String path, String what, String remedy) {
        return new SettingsProblem(file, line, column, path, what, remedy);
    }
}
