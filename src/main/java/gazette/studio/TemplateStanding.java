package gazette.studio;

import gazette.proof.TemplateDifference;
import gazette.render.TemplateProblem;
import gazette.render.TemplateShelf;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a template is next to the built-in one, or why that cannot be told: a file of it cannot be read.
 *
 * @param difference if all files can be read
 * @param problem of the first file that cannot
 */
record TemplateStanding(String name, Optional<TemplateDifference> difference, Optional<TemplateProblem> problem) {
    private static final String UNREADABLE = "unreadable";

    /** @param name of a template, or {@link TemplateShelf#COMMON} */
    static TemplateStanding of(TemplateShelf shelf, String name) {
        try {
            return new TemplateStanding(name, Optional.of(new TemplateDifference(name, shelf)), Optional.empty());
        } catch (TemplateProblem unreadable) {
            return new TemplateStanding(name, Optional.empty(), Optional.of(unreadable));
        }
    }

    /** Whose it is, in a word that pages have words for. */
    String verdict() {
        return difference
                .map(each -> each.verdict().name().toLowerCase(Locale.ROOT))
                .orElse(UNREADABLE);
    }

    /** The files that it can be read from, each with where it is shown. */
    List<Map<String, Object>> files(TemplateShelf shelf) {
        Map<String, Boolean> files = new TreeMap<>();
        shelf.builtIn(name).keySet().forEach(file -> files.put(file, false));
        difference.ifPresent(readable -> shelf.own(name).keySet().forEach(file -> files.put(file, true)));
        return files.entrySet().stream()
                .map(file -> Map.<String, Object>of(
                        "file", file.getKey(),
                        "isOwn", file.getValue(),
                        "href", SpotAddress.source(name, file.getKey(), 0)))
                .toList();
    }

    /** What the page of the template prints of its difference. */
    Map<String, Object> model() {
        return Map.of(
                "name", name,
                "changed", difference.map(TemplateStanding::changed).orElse(List.of()),
                "onlyHere", difference.map(TemplateDifference::onlyHere).orElse(List.of()),
                "lacking", difference.map(TemplateStanding::lacking).orElse(List.of()));
    }

    private static List<Map<String, Object>> changed(TemplateDifference difference) {
        return difference.changed().entrySet().stream()
                .map(file -> Map.<String, Object>of("file", file.getKey(), "lines", file.getValue()))
                .toList();
    }

    private static List<Map<String, Object>> lacking(TemplateDifference difference) {
        return difference.lacking().entrySet().stream()
                .map(file -> Map.<String, Object>of("file", file.getKey(), "keys", file.getValue()))
                .toList();
    }
}
