package gazette.proof;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import gazette.render.TemplateShelf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the workspace's files of one template change of the built-in ones. Files of words are held against each other
 * word by word, as they are looked up.
 */
public final class TemplateDifference {
    /** Unchanged lines around each change. */
    private static final int CONTEXT = 3;

    private final String name;
    private final TemplateShelf shelf;
    private final Map<String, List<String>> changed = new LinkedHashMap<>();
    private final List<String> onlyHere = new ArrayList<>();
    private final List<String> onlyBuiltIn;
    private final Map<String, List<String>> lacking = new LinkedHashMap<>();

    /** Whose a template is. */
    public enum Verdict {
        /** Nothing of it is in the workspace. */
        BUILT_IN,
        /** The program brings none of that name. */
        OWN,
        /** It is in the workspace, and the program would print the same. */
        AS_BUILT_IN,
        /** It is in the workspace, and differs. */
        CHANGED
    }

    /**
     * Reads the files as they are now.
     *
     * @param name of a template, or {@link TemplateShelf#COMMON}
     */
    public TemplateDifference(String name, TemplateShelf shelf) {
        this.name = name;
        this.shelf = shelf;
        Map<String, String> own = shelf.own(name);
        own.forEach(this::compare);
        this.onlyBuiltIn = shelf.builtIn(name).keySet().stream()
                .filter(file -> !own.containsKey(file))
                .toList();
        own.keySet().stream().filter(TemplateShelf::holdsWords).forEach(this::lookForWords);
    }

    public String name() {
        return name;
    }

    /** By file: lines as {@code diff -u} has them; of words a line each for the old and the new one. */
    public Map<String, List<String>> changed() {
        return Collections.unmodifiableMap(changed);
    }

    /** The files that only the workspace has. */
    public List<String> onlyHere() {
        return List.copyOf(onlyHere);
    }

    /** The files that only the program has. */
    public List<String> onlyBuiltIn() {
        return onlyBuiltIn;
    }

    /** By file of words, the keys that it lacks: those are printed in English. */
    public Map<String, List<String>> lacking() {
        return Collections.unmodifiableMap(lacking);
    }

    /** Whether the workspace has a folder of it. */
    public boolean isInWorkspace() {
        return shelf.folders().contains(name);
    }

    public Verdict verdict() {
        if (!isInWorkspace()) {
            return Verdict.BUILT_IN;
        }
        if (!shelf.isBuiltIn(name)) {
            return Verdict.OWN;
        }
        return changed.isEmpty() && onlyHere.isEmpty() ? Verdict.AS_BUILT_IN : Verdict.CHANGED;
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
}
