package gazette.edition;

import gazette.article.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What editors decided about the coming edition of a cadence, before it is composed. The edition that is composed next
 * follows it and uses it up. Each method that decides something gives another plan, with that and all the rest.
 *
 * @param order stories in the order that they are printed in, the first leading; those that are not named follow as the
 *     newsletter lays them out
 * @param out articles that are left out, put back before or not
 * @param in articles that are put back: they are in whatever rule, limit or earlier edition kept them out, beside all
 *     those that would be in without them
 * @param forms how much of a story is printed, where that is not left to the newsletter
 * @param note the editor's word, as it was typed; it stands in front of a note in a file. Empty for none
 */
public record Plan(
        List<Origin> order, Set<Origin> out, Set<Origin> in, Map<Origin, Form> forms, Optional<String> note) {
    /** Nothing was decided. */
    public static final Plan NONE = new Plan(List.of(), Set.of(), Set.of(), Map.of(), Optional.empty());

    public Plan {
        order = List.copyOf(order);
        out = Set.copyOf(out);
        in = Set.copyOf(in);
        forms = Map.copyOf(forms);
        if (Set.copyOf(order).size() < order.size()) {
            throw new IllegalArgumentException("a story stands in one place, and the order names one twice: " + order);
        }
    }

    /** Whether nothing was decided. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether an editor wants this article in, whatever keeps it out. */
    public boolean isPutBack(Origin article) {
        return in.contains(article) && !out.contains(article);
    }

    /** Leaves an article out. */
    public Plan leftOut(Origin article) {
        return new Plan(order, changed(out, set -> set.add(article)), in, forms, note);
    }

    /**
     * Puts an article back: one that this plan left out stands as it stood before, and any other is in, whatever keeps it
     * out.
     */
    public Plan putBack(Origin article) {
        return out.contains(article)
                ? new Plan(order, changed(out, set -> set.remove(article)), in, forms, note)
                : new Plan(order, out, changed(in, set -> set.add(article)), forms, note);
    }

    /** Forgets what was decided about one article. */
    public Plan undecided(Origin article) {
        return new Plan(
                order.stream().filter(one -> !one.equals(article)).toList(),
                changed(out, set -> set.remove(article)),
                changed(in, set -> set.remove(article)),
                inUsualForm(article).forms,
                note);
    }

    /**
     * Moves a story to a place among those that are shown. Under a heading only stories of its section stand: beyond them
     * the whole section moves, with this story at its near end. A story that is not shown moves nowhere.
     *
     * @param place from 0, which leads; one beyond the last is the last
     * @param shown the stories in reading order, as they are laid out by this plan
     */
    public Plan moved(Origin story, int place, List<Story> shown) {
        List<Origin> moved = new Moving(shown).to(story, place);
        return moved.isEmpty() ? this : named(moved, moved.indexOf(story) + 1);
    }

    /** Moves a story one place towards the lead; see {@link #moved}. */
    public Plan movedUp(Origin story, List<Story> shown) {
        return moved(story, Moving.place(story, shown) - 1, shown);
    }

    /** Moves a story one place towards the end; see {@link #moved}. */
    public Plan movedDown(Origin story, List<Story> shown) {
        return moved(story, Moving.place(story, shown) + 1, shown);
    }

    /** Names the first so many stories, and those that were named; what comes later finds its place below them. */
    private Plan named(List<Origin> shown, int first) {
        int last = first;
        for (int place = first; place < shown.size(); place++) {
            last = order.contains(shown.get(place)) ? place + 1 : last;
        }
        List<Origin> names = new ArrayList<>(shown.subList(0, last));
        order.stream().filter(one -> !names.contains(one)).forEach(names::add);
        return new Plan(names, out, in, forms, note);
    }

    /** Prints so much of a story, wherever it stands, and whether it has a page on the web or not. */
    public Plan inForm(Origin story, Form form) {
        Map<Origin, Form> others = new HashMap<>(forms);
        others.put(story, form);
        return new Plan(order, out, in, others, note);
    }

    /** Prints as much of a story as the newsletter does. */
    public Plan inUsualForm(Origin story) {
        Map<Origin, Form> others = new HashMap<>(forms);
        others.remove(story);
        return new Plan(order, out, in, others, note);
    }

    /** With this note, as an editor types it; blank for none. */
    public Plan withNote(String typed) {
        return new Plan(order, out, in, forms, typed.isBlank() ? Optional.empty() : Optional.of(typed));
    }

    private static Set<Origin> changed(Set<Origin> set, Consumer<Set<Origin>> change) {
        Set<Origin> changed = new HashSet<>(set);
        change.accept(changed);
        return changed;
    }
}
