package gazette.cli;

import gazette.proof.TemplateDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code templates diff} says of one template. */
record DifferenceReport(TemplateDifference difference) {
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", difference.name());
        document.put(
                "changed",
                difference.changed().entrySet().stream()
                        .map(file -> Map.of("file", file.getKey(), "difference", String.join("\n", file.getValue())))
                        .toList());
        document.put("onlyHere", difference.onlyHere());
        document.put("onlyBuiltIn", difference.onlyBuiltIn());
        document.put("lackingWords", difference.lacking());
        return document;
    }

    List<String> lines(Screen screen) {
        String folder = "templates/" + difference.name() + "/";
        List<String> lines = new ArrayList<>(List.of(screen.strong(difference.name()) + "  " + verdict()));
        difference.changed().values().forEach(file -> file.forEach(line -> lines.add(coloured(line, screen))));
        difference.onlyHere().forEach(file -> lines.add("only in this workspace: " + folder + file));
        if (!difference.onlyBuiltIn().isEmpty() && difference.isInWorkspace()) {
            lines.add("as built in: " + String.join(", ", difference.onlyBuiltIn()));
        }
        difference
                .lacking()
                .forEach((file, keys) ->
                        lines.add(folder + file + " lacks " + String.join(", ", keys) + ": English is printed there"));
        return lines;
    }

    private String verdict() {
        return switch (difference.verdict()) {
            case BUILT_IN -> "built in; nothing of it is in this workspace";
            case OWN -> "this workspace's own";
            case AS_BUILT_IN -> "as built in";
            case CHANGED -> "changed";
        };
    }

    private static String coloured(String line, Screen screen) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return screen.strong(line);
        }
        return line.startsWith("+") ? screen.good(line) : line.startsWith("-") ? screen.bad(line) : line;
    }
}
