package gazette.render;

import gazette.edition.Story;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Under which headings the stories of a variant stand, asked in their order. For one rendering. */
final class Sections {
    private final boolean exist;
    private boolean first = true;
    private Optional<String> open = Optional.empty();

    /** @param stories those that are printed under their own titles */
    Sections(List<Told> stories) {
        this.exist = exist(stories);
    }

    /** Whether any of {@code stories} stands under a heading. */
    static boolean exist(List<Told> stories) {
        return stories.stream().anyMatch(told -> !told.story().section().isEmpty());
    }

    /**
     * {@code section}, the heading's words, empty for what belongs to none; {@code opensSection}, whether they stand right
     * above this story; {@code level} of the story's own title, one below them. The lead story may stand above all.
     */
    Map<String, Object> place(Story story) {
        boolean above = !exist || (first && story.section().isEmpty());
        first = false;
        if (above) {
            return Map.of("section", "", "opensSection", false, "level", 2);
        }
        boolean opens = !open.equals(Optional.of(story.section()));
        open = Optional.of(story.section());
        String words = Clean.set(story.section(), story.article().language());
        return Map.of("section", words, "opensSection", opens, "level", 3);
    }
}
