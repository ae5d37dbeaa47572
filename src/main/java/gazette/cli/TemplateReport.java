package gazette.cli;

import gazette.render.TemplateShelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template as {@code templates ls} shows it.
 *
 * @param newsletters that use it
 */
record TemplateReport(String name, TemplateShelf shelf, List<String> newsletters) {
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("builtIn", shelf.isBuiltIn(name));
        document.put("inWorkspace", shelf.folders().contains(name));
        document.put("changed", changed());
        document.put("newsletters", newsletters);
        document.put("languages", shelf.languages(name));
        return document;
    }

    List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add(screen.strong(name) + "  " + origin());
        lines.add("  " + (newsletters.isEmpty() ? "no newsletter uses it" : "for " + String.join(", ", newsletters))
                + "; words in " + String.join(", ", shelf.languages(name)));
        return lines;
    }

    private String origin() {
        if (!shelf.isBuiltIn(name)) {
            return "in this workspace";
        }
        if (changed().isEmpty()) {
            return shelf.folders().contains(name) ? "in this workspace, as built in" : "built in";
        }
        return "changed in this workspace: " + String.join(", ", changed());
    }

    private List<String> changed() {
        return shelf.changed(name);
    }
}
