package gazette.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What a person did when the YAML engine says that it lost its way, in plain words. */
record YamlSlip(Optional<Mark> mark, String what, String remedy) {
    /** @param clue what the engine's sentence holds */
    private record Known(String clue, boolean isWhereItBegan, String what, String remedy) {}

    private static final List<Known> KNOWN = List.of(
            new Known("(TAB)", false, "a tab stands where spaces indent", "replace it by spaces"),
            new Known(
                    "mapping values are not allowed",
                    false,
                    "a colon stands where none can",
                    "put the value in quotes if the colon belongs to it, else line the key up with its neighbours"),
            new Known("unexpected end of stream", true, "a quotation mark is opened here and never closed", "close it"),
            new Known("expected ',' or", true, "a bracket is opened here and not closed in its place", "close it"),
            new Known(
                    "<block end>",
                    false,
                    "this does not belong to the line before",
                    "line it up with its neighbours; a text that begins with a quotation mark ends with it"),
            new Known("expected ':'", false, "a line has no colon", "write it as key: value"),
            new Known(
                    "cannot start any token",
                    false,
                    "a value begins with a character of YAML's own",
                    "put it in quotes"),
            new Known("alias", false, "a value begins with *, which refers to another", "put it in quotes"),
            new Known("another document", false, "a second document begins here", "keep one, without ---"),
            new Known("escape", false, "a backslash stands in double quotes", "use single quotes"));

    static YamlSlip of(MarkedYamlEngineException lost) {
        String problem = lost.getContext() + " " + lost.getProblem();
        return KNOWN.stream()
                .filter(k -> problem.contains(k.clue()))
                .findFirst()
                .map(k -> new YamlSlip(
                        k.isWhereItBegan() ? lost.getContextMark().or(lost::getProblemMark) : lost.getProblemMark(),
                        k.what(),
                        k.remedy()))
                .orElseGet(() -> new YamlSlip(
                        lost.getProblemMark().or(lost::getContextMark),
                        "the file cannot be read from here on",
                        "look at the indentation, the colons and the quotes here and just above"));
    }

    SettingsProblem problem(String file) {
        return Spot.of(file, mark).problem("", what, remedy);
    }
}
