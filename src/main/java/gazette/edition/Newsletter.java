package gazette.edition;

import gazette.article.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one subscribes to, as the settings describe it.
 *
 * @param supplies its sources, in the order of the settings
 * @param cadences at least one; the first is the one of readers who name none
 * @param subscribers the operator's list, if there is one
 * @param template the folder under {@code templates/}
 * @param presentation how its stories are laid out
 * @param cooldown how long a filled edition waits before its first message leaves
 */
public record Newsletter(
        Masthead masthead,
        List<Supply> supplies,
        Selection selection,
        List<Cadence> cadences,
        Optional<Path> subscribers,
        String template,
        Presentation presentation,
        Duration cooldown,
        InDoubtPolicy inDoubt) {

    public Newsletter {
        supplies = List.copyOf(supplies);
        cadences = List.copyOf(cadences);
        if (cadences.isEmpty()) {
            throw new IllegalArgumentException("a newsletter needs a cadence");
        }
    }

    /** All stories in full, one after the other. */
    public Newsletter(
            Masthead masthead,
            List<Supply> supplies,
            Selection selection,
            List<Cadence> cadences,
            Optional<Path> subscribers,
            String template,
            Duration cooldown,
            InDoubtPolicy inDoubt) {
        this(masthead, supplies, selection, cadences, subscribers, template, Presentation.PLAIN, cooldown, inDoubt);
    }

    /** As {@code cadence} has it: with the cadence's own template and limits, where it has some. */
    public Newsletter on(Cadence cadence) {
        return new Newsletter(
                masthead,
                supplies,
                cadence.limits().map(selection::with).orElse(selection),
                cadences,
                subscribers,
                cadence.template().orElse(template),
                presentation,
                cooldown,
                inDoubt);
    }

    /** Its key in the settings. */
    public String id() {
        return masthead.newsletter();
    }

    /** What its articles are picked up from, in the order of the settings. */
    public List<Source> sources() {
        return supplies.stream().map(Supply::source).toList();
    }

    /** The names of its cadences, the one of readers who name none first. */
    public List<String> cadenceNames() {
        return cadences.stream().map(Cadence::name).toList();
    }

    /** The cadence of this name, if it has one. */
    public Optional<Cadence> cadence(String name) {
        return cadences.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
