package gazette.render;

import gazette.edition.Edition;
import gazette.edition.Story;
import gazette.edition.VariantKey;
import gazette.mail.Format;
import gazette.subscriber.Wish;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which variant of an edition a reader gets. Safe to use from many threads. */
final class VariantKeys {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Edition edition;
    private final Snapshot folder;

    VariantKeys(Edition edition, Snapshot folder) {
        this.edition = edition;
        this.folder = folder;
    }

    /** Of a reader who asked for nothing: the newsletter's language, all stories, both parts, no field absent. */
    static VariantKey first(Edition edition) {
        return new VariantKey(edition.masthead().language(), all(edition), Format.HTML, Set.of());
    }

    /**
     * Of a reader with this wish; empty when no story is on a topic that they asked for.
     *
     * @throws TemplateProblem when the words of their language cannot be read
     */
    Optional<VariantKey> of(Wish wish) {
        List<Integer> stories = stories(wish.topics());
        return stories.isEmpty()
                ? Optional.empty()
                : Optional.of(new VariantKey(language(wish), stories, format(wish), wish.absent()));
    }

    private Locale language(Wish wish) {
        Tongues tongues = new Tongues(folder, edition.masthead().language());
        return wish.language().map(tongues::spoken).orElse(edition.masthead().language());
    }

    /** Where there is no HTML part at all, nobody needs a variant without one. */
    private Format format(Wish wish) {
        return folder.text(Run.HTML).isPresent() ? wish.format() : Format.HTML;
    }

    private List<Integer> stories(List<String> topics) {
        if (topics.isEmpty()) {
            return all(edition);
        }
        Set<String> wanted = topics.stream().map(VariantKeys::folded).collect(Collectors.toSet());
        return all(edition).stream()
                .filter(place -> isWanted(edition.stories().get(place), wanted))
                .toList();
    }

    private static boolean isWanted(Story story, Set<String> topics) {
        return story.topics().isEmpty()
                || story.topics().stream().map(VariantKeys::folded).anyMatch(topics::contains);
    }

    private static List<Integer> all(Edition edition) {
        return IntStream.range(0, edition.stories().size()).boxed().toList();
    }

    /** Case and accents make no difference. */
    private static String folded(String topic) {
        String bare = ACCENTS.matcher(Normalizer.normalize(topic.strip(), Normalizer.Form.NFKD))
                .replaceAll("");
        return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
