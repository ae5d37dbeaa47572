package gazette.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import gazette.render.TemplateShelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the workspace's files of one template change of the built-in ones. Files of words are held against each other
 * word by word, as they are looked up.
 */
final class TemplateDifference {
    /** Unchanged lines around each change. */
    private static final int CONTEXT = 3;

    private final String name;
    private final TemplateShelf shelf;
    private final Map<String, List<String>> changed = new LinkedHashMap<>();
    private final List<String> onlyHere = new ArrayList<>();
    private final List<String> onlyBuiltIn;
    private final Map<String, List<String>> lacking = new LinkedHashMap<>();

    TemplateDifference(String name, TemplateShelf shelf) {
        this.name = name;
        this.shelf = shelf;
        Map<String, String> own = shelf.own(name);
        own.forEach(this::compare);
        this.onlyBuiltIn = shelf.builtIn(name).keySet().stream()
                .filter(file -> !own.containsKey(file))
                .toList();
        own.keySet().stream().filter(TemplateShelf::holdsWords).forEach(this::lookForWords);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put(
                "changed",
                changed.entrySet().stream()
                        .map(file -> Map.of("file", file.getKey(), "difference", String.join("\n", file.getValue())))
                        .toList());
        document.put("onlyHere", onlyHere);
        document.put("onlyBuiltIn", onlyBuiltIn);
        document.put("lackingWords", lacking);
        return document;
    }

    List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>(List.of(screen.strong(name) + "  " + verdict()));
        changed.values().forEach(file -> file.forEach(line -> lines.add(coloured(line, screen))));
        onlyHere.forEach(file -> lines.add("only in this workspace: templates/" + name + "/" + file));
        if (!onlyBuiltIn.isEmpty() && shelf.folders().contains(name)) {
            lines.add("as built in: " + String.join(", ", onlyBuiltIn));
        }
        lacking.forEach((file, keys) -> lines.add(
                "templates/" + name + "/" + file + " lacks " + String.join(", ", keys) + ": English is printed there"));
        return lines;
    }

    private String verdict() {
        if (!shelf.folders().contains(name)) {
            return "built in; nothing of it is in this workspace";
        }
        if (!shelf.isBuiltIn(name)) {
            return "this workspace's own";
        }
        return changed.isEmpty() && onlyHere.isEmpty() ? "as built in" : "changed";
    }

    private void compare(String file, String text) {
        shelf.behind(name, file)
                .ifPresentOrElse(
                        behind -> {
                            List<String> difference = TemplateShelf.holdsWords(file)
                                    ? words(file, behind, text)
                                    : unified(file, behind, text);
                            if (!difference.isEmpty()) {
                                changed.put(file, difference);
                            }
                        },
                        () -> onlyHere.add(file));
    }

    private List<String> unified(String file, String behind, String text) {
        List<String> before = behind.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                builtInPlace(file),
                place(file),
                before,
                DiffUtils.diff(before, text.lines().toList()),
                CONTEXT);
    }

    private List<String> words(String file, String behind, String text) {
        Map<String, String> before = TemplateShelf.phrases(behind);
        List<String> lines = new ArrayList<>();
        TemplateShelf.phrases(text).forEach((key, phrase) -> {
            if (!phrase.equals(before.get(key))) {
                if (before.containsKey(key)) {
                    lines.add("-" + key + " = " + before.get(key));
                }
                lines.add("+" + key + " = " + phrase);
            }
        });
        if (!lines.isEmpty()) {
            lines.addAll(0, List.of("--- " + builtInPlace(file), "+++ " + place(file)));
        }
        return lines;
    }

    private void lookForWords(String file) {
        String language = file.substring("words_".length(), file.length() - ".properties".length());
        List<String> keys = shelf.lacking(name, language);
        if (!keys.isEmpty()) {
            lacking.put(file, keys);
        }
    }

    private String place(String file) {
        return "templates/" + name + "/" + file;
    }

    private String builtInPlace(String file) {
        return (shelf.builtIn(name).containsKey(file) ? name : TemplateShelf.COMMON) + "/" + file + " (built in)";
    }

    private static String coloured(String line, Screen screen) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return screen.strong(line);
        }
        return line.startsWith("+") ? screen.good(line) : line.startsWith("-") ? screen.bad(line) : line;
    }
}
