package gazette.edition;

import gazette.edition.Presentation.Sections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each story of an edition stands and how much of it is printed. Those that the plan names come first, in its
 * order. The first story stays above all headings; those below it are put together by their sections and keep their order
 * inside one, and a section stands where its first story is named. For one edition.
 */
final class Layout {
    private final Presentation presentation;
    private final List<String> topics;
    private final Plan plan;
    /** As each heading is spelt where it is met first, by {@link #key}. */
    private final Map<String, String> headings = new HashMap<>();

    /** The order of the headings, by the same. */
    private final Map<String, Integer> ranks = new HashMap<>();

    /**
     * One story in its place.
     *
     * @param section the heading that it stands under; empty for the first, and for those without one, which stand last
     */
    record Placed(Telling telling, String section, Form form) {}

    Layout(Newsletter newsletter, Plan plan) {
        this.presentation = newsletter.presentation();
        this.topics = presentation.sections() == Sections.TOPIC
                ? newsletter.selection().topics().stream().map(Topic::name).toList()
                : List.of();
        this.plan = plan;
    }

    /** The same stories in reading order. */
    List<Placed> of(List<Telling> stories) {
        List<Telling> ordered = new ArrayList<>(stories);
        ordered.sort(Comparator.comparing(this::place));
        if (stories.size() > 1) {
            List<Telling> below = ordered.subList(1, ordered.size());
            topics.forEach(this::spell);
            below.stream().filter(this::isNamed).forEach(telling -> know(heading(telling)));
            topics.forEach(this::know);
            below.stream().filter(telling -> section(telling).isPresent()).forEach(telling -> know(heading(telling)));
            below.sort(Comparator.comparing(this::rank));
        }
        List<Placed> placed = new ArrayList<>();
        for (Telling telling : ordered) {
            placed.add(new Placed(telling, placed.isEmpty() ? "" : heading(telling), form(telling, placed.size())));
        }
        return placed;
    }

    private Form form(Telling telling, int place) {
        return Optional.ofNullable(plan.forms().get(telling.origin()))
                .orElseGet(() -> presentation.form(place, telling.first().address()));
    }

    /** Its place in the plan's order; the same for all that it does not name. */
    private int place(Telling telling) {
        int place = plan.order().indexOf(telling.origin());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private boolean isNamed(Telling telling) {
        return plan.order().contains(telling.origin());
    }

    private void spell(String section) {
        headings.putIfAbsent(key(section), section);
    }

    private void know(String section) {
        spell(section);
        ranks.putIfAbsent(key(section), ranks.size());
    }

    /** What two spellings of one heading have in common. */
    private static String key(String section) {
        String words = Folding.words(section);
        return words.isBlank() ? section : words;
    }

    /** As it is spelt where it is met first; empty for a story that has no section. */
    private String heading(Telling telling) {
        return section(telling)
                .map(section -> headings.getOrDefault(key(section), section))
                .orElse("");
    }

    private int rank(Telling telling) {
        return ranks.getOrDefault(key(heading(telling)), Integer.MAX_VALUE);
    }

    private Optional<String> section(Telling telling) {
        Candidate first = telling.first();
        return switch (presentation.sections()) {
            case NONE -> Optional.empty();
            case TOPIC -> first.topics().stream().findFirst();
            case SOURCE -> Optional.of(first.teller()).filter(name -> !name.isBlank());
        };
    }
}
