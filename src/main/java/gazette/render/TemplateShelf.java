package gazette.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The templates that a workspace can use: those that the program brings, and those in its own folder. Each call reads
 * the folder anew.
 */
public final class TemplateShelf {
    /** The folder of what templates share. */
    public static final String COMMON = TemplateFolder.COMMON;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*");

    private final Path templates;

    /** @param templates the workspace's folder of templates, which may be missing */
    public TemplateShelf(Path templates) {
        this.templates = templates;
    }

    /** Whether {@code name} can be that of a template, or of {@link #COMMON}. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The names of all templates, sorted; {@link #COMMON} is none. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(JarFolder.builtIn());
        names.addAll(folders());
        names.remove(COMMON);
        return List.copyOf(names);
    }

    /** The names of the workspace's own folders, sorted; {@link #COMMON} among them when it is there. */
    public List<String> folders() {
        if (!Files.isDirectory(templates)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(templates)) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(TemplateShelf::isName)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + templates, unreadable);
        }
    }

    /** Whether the program brings {@code name}, or what templates share. */
    public boolean isBuiltIn(String name) {
        return name.equals(COMMON) || JarFolder.isBuiltIn(name);
    }

    /** The workspace's files of {@code name} by path, sorted; empty when it has no such folder. */
    public Map<String, String> own(String name) {
        return files(new DiskFolder(templates, templates.resolve(name)));
    }

    /** The program's files of {@code name} by path, sorted; empty when it brings no such template. */
    public Map<String, String> builtIn(String name) {
        return isBuiltIn(name) ? files(JarFolder.ofTemplate(name)) : Map.of();
    }

    /** What the program would read where the workspace has {@code file} of {@code name}. */
    public Optional<String> behind(String name, String file) {
        return Optional.ofNullable(builtIn(name).get(file))
                .or(() -> Optional.ofNullable(builtIn(COMMON).get(file)));
    }

    /**
     * The files of {@code name} that differ from what the program would read in their place, and those that it has not,
     * sorted.
     */
    public List<String> changed(String name) {
        return own(name).entrySet().stream()
                .filter(file -> !behind(name, file.getKey())
                        .filter(file.getValue()::equals)
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The tags of the languages that {@code name} has words for, those of shared files included, sorted. */
    public List<String> languages(String name) {
        return folder(name).files().stream()
                .filter(TemplateShelf::holdsWords)
                .map(WordsFile::tag)
                .toList();
    }

    /** Whether {@code file} holds words, which are looked up one by one. */
    public static boolean holdsWords(String file) {
        return WordsFile.isOne(file);
    }

    /** The phrases in a file of words, by key, sorted; what is broken in it is left out. */
    public static Map<String, String> phrases(String words) {
        try {
            return WordsFile.phrases(words);
        } catch (IllegalArgumentException broken) {
            return Map.of();
        }
    }

    /**
     * The keys that {@code name} has in English and not in {@code language}: those are printed in English. Sorted.
     *
     * @throws TemplateProblem when a file of words cannot be read
     */
    public List<String> lacking(String name, String language) {
        Layers folder = folder(name);
        Set<String> there = new HashSet<>(phrases(folder, language).keySet());
        there.addAll(
                phrases(folder, Locale.forLanguageTag(language).getLanguage()).keySet());
        return phrases(folder, Locale.ENGLISH.getLanguage()).keySet().stream()
                .filter(key -> !there.contains(key))
                .toList();
    }

    private static Map<String, String> phrases(Layers folder, String language) {
        return WordsFile.phrases(folder, WordsFile.of(language));
    }

    private Layers folder(String name) {
        if (!name.equals(COMMON)) {
            return TemplateFolder.of(templates, name);
        }
        return new Layers(
                COMMON, List.of(new DiskFolder(templates, templates.resolve(COMMON)), JarFolder.ofTemplate(COMMON)));
    }

    private static Map<String, String> files(Layer layer) {
        Map<String, String> files = new TreeMap<>();
        layer.files().forEach(file -> layer.text(file).ifPresent(text -> files.put(file, text)));
        return files;
    }
}
