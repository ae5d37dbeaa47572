package gazette.render;

import gazette.edition.TemplateText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All files of a template as they were at one moment. A file that could not be read is a problem once it is asked for:
 * a picture or an editor's left-over in the folder harms nobody. Safe to use from many threads.
 */
final class Snapshot implements TemplateFolder {
    private final TemplateText text;
    private final Map<String, TemplateProblem> unreadable;
    private final UnaryOperator<String> places;
    private final boolean isFrozen;

    private Snapshot(
            TemplateText text,
            Map<String, TemplateProblem> unreadable,
            UnaryOperator<String> places,
            boolean isFrozen) {
        this.text = text;
        this.unreadable = Map.copyOf(unreadable);
        this.places = places;
        this.isFrozen = isFrozen;
    }

    /** Of what {@code folder} holds now. */
    static Snapshot of(Layers folder) {
        Map<String, String> files = new TreeMap<>();
        Map<String, TemplateProblem> unreadable = new TreeMap<>();
        for (String file : folder.files()) {
            try {
                folder.text(file).ifPresent(found -> files.put(file, found));
            } catch (TemplateProblem problem) {
                unreadable.put(file, problem);
            }
        }
        return new Snapshot(new TemplateText(folder.name(), files), unreadable, folder::place, false);
    }

    /** Of what was frozen with an edition. */
    static Snapshot of(TemplateText frozen) {
        return new Snapshot(frozen, Map.of(), file -> frozen.name() + "/" + file + " (as it was)", true);
    }

    /** What to freeze with an edition. */
    TemplateText frozen() {
        return text;
    }

    /** The paths of all files that could be read. */
    Set<String> files() {
        return text.files().keySet();
    }

    /** Whether the same files say the same, and a person finds them at the same places. */
    boolean isLike(Snapshot other) {
        return isFrozen == other.isFrozen
                && text.name().equals(other.text.name())
                && text.files().equals(other.text.files())
                && unreadable.keySet().equals(other.unreadable.keySet());
    }

    @Override
    public Optional<String> text(String file) {
        TemplateProblem problem = unreadable.get(file);
        if (problem != null) {
            throw problem;
        }
        return Optional.ofNullable(text.files().get(file));
    }

    @Override
    public String place(String file) {
        return places.apply(file);
    }
}
