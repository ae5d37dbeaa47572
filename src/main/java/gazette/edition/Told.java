package gazette.edition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Stories that were told, found again by address, text or likeness. Likeness is to a story's first telling alone: else a
 * chain of copies of copies would end at another story.
 *
 * @param <T> what stands for a story
 */
final class Told<T> {
    private final OptionalDouble nearCopies;
    private final Map<String, T> byAddress = new HashMap<>();
    private final Map<String, T> byText = new HashMap<>();
    private final Sketches<T> sketches = new Sketches<>();

    /**
     * The same story.
     *
     * @param how what they have in common, in words
     */
    record Match<T>(T story, String how) {}

    Told(OptionalDouble nearCopies) {
        this.nearCopies = nearCopies;
    }

    /** Remembers one more way to know {@code story} by; who was first stays. */
    void know(T story, Optional<String> address, String text) {
        address.ifPresent(key -> byAddress.putIfAbsent(key, story));
        if (!text.isEmpty()) {
            byText.putIfAbsent(text, story);
        }
    }

    /** Remembers what {@code story} is like. */
    void know(T story, Sketch sketch) {
        sketches.add(story, sketch);
    }

    /** The story that {@code candidate} tells: by address, or else by text, or else the one that it is most like. */
    Optional<Match<T>> find(Candidate candidate, Optional<String> address) {
        T same = address.map(byAddress::get).orElse(null);
        if (same != null) {
            return Optional.of(new Match<>(same, "same address"));
        }
        same = byText.get(candidate.text());
        if (same != null) {
            return Optional.of(new Match<>(same, "same text"));
        }
        return candidate.sketch().flatMap(this::nearest);
    }

    private Optional<Match<T>> nearest(Sketch sketch) {
        if (nearCopies.isEmpty()) {
            return Optional.empty();
        }
        return sketches.nearest(sketch, nearCopies.getAsDouble())
                .map(near -> new Match<>(near.key(), String.format(Locale.ROOT, "similarity %.2f", near.similarity())));
    }
}
