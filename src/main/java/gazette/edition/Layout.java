package gazette.edition;

import gazette.edition.Presentation.Sections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each story of an edition stands and how much of it is printed. The first story stays above all headings; those
 * below it are put together by their sections and keep their order inside one. For one edition.
 */
final class Layout {
    private final Presentation presentation;
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

    Layout(Newsletter newsletter) {
        this.presentation = newsletter.presentation();
        if (presentation.sections() == Sections.TOPIC) {
            newsletter.selection().topics().forEach(topic -> know(topic.name()));
        }
    }

    /** The same stories in reading order. */
    List<Placed> of(List<Telling> stories) {
        List<Telling> ordered = new ArrayList<>(stories);
        if (stories.size() > 1) {
            List<Telling> below = ordered.subList(1, ordered.size());
            below.forEach(telling -> section(telling).ifPresent(this::know));
            below.sort(Comparator.comparing(this::rank));
        }
        List<Placed> placed = new ArrayList<>();
        for (Telling telling : ordered) {
            String section =
                    placed.isEmpty() ? "" : section(telling).map(this::heading).orElse("");
            placed.add(new Placed(
                    telling,
                    section,
                    presentation.form(placed.size(), telling.first().address())));
        }
        return placed;
    }

    private void know(String section) {
        headings.putIfAbsent(key(section), section);
        ranks.putIfAbsent(key(section), ranks.size());
    }

    /** What two spellings of one heading have in common. */
    private static String key(String section) {
        String words = Folding.words(section);
        return words.isBlank() ? section : words;
    }

    private String heading(String section) {
        return headings.getOrDefault(key(section), section);
    }

    private int rank(Telling telling) {
        return section(telling)
                .map(section -> ranks.getOrDefault(key(section), ranks.size()))
                .orElse(Integer.MAX_VALUE);
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
