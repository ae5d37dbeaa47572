package gazette.edition;

import gazette.article.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stories that are moved among those that are shown: the first stands above all headings, and those below it in runs of
 * one section each, which stay together.
 */
final class Moving {
    private final List<Story> shown;

    Moving(List<Story> shown) {
        this.shown = List.copyOf(shown);
    }

    /** Where a story stands, from 0; -1 when it is not shown. */
    static int place(Origin story, List<Story> shown) {
        return IntStream.range(0, shown.size())
                .filter(place -> shown.get(place).article().origin().equals(story))
                .findFirst()
                .orElse(-1);
    }

    /** All in their new order; empty when nothing moves. */
    List<Origin> to(Origin story, int wanted) {
        int from = place(story, shown);
        int to = Math.max(0, Math.min(wanted, shown.size() - 1));
        if (from < 0 || from == to) {
            return List.of();
        }
        boolean isAlone = from == 0 || to == 0 || section(from).equals(section(to));
        return isAlone ? alone(from, to) : withItsSection(from, to);
    }

    private List<Origin> alone(int from, int to) {
        List<Origin> moved = new ArrayList<>(origins(shown));
        moved.add(to, moved.remove(from));
        return moved;
    }

    private List<Origin> withItsSection(int from, int to) {
        List<Story> section = new ArrayList<>(of(section(from)));
        Story story = shown.get(from);
        section.remove(story);
        section.add(to < from ? 0 : section.size(), story);
        List<Story> others = new ArrayList<>(shown);
        others.removeAll(section);
        List<Story> target = of(section(to));
        int seat = others.indexOf(to < from ? target.get(0) : target.get(target.size() - 1));
        others.addAll(to < from ? seat : seat + 1, section);
        return origins(others);
    }

    private String section(int place) {
        return shown.get(place).section();
    }

    /** Those below the first under this heading. */
    private List<Story> of(String section) {
        return shown.stream()
                .skip(1)
                .filter(story -> story.section().equals(section))
                .toList();
    }

    private static List<Origin> origins(List<Story> stories) {
        return stories.stream().map(story -> story.article().origin()).toList();
    }
}
