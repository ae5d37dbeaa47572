package gazette.edition;

import gazette.article.Origin;
import java.util.Comparator;
import java.util.List;

/**
 * Which candidates make an edition.
 *
 * @param in at most {@code max}, in reading order; empty when there is no edition
 * @param waiting how many stay for the next
 * @param reason why there is no edition; empty when there is one
 */
public record Choice(List<Origin> in, int waiting, String reason) {
    private static final Comparator<Candidate> NEWEST_FIRST = Comparator.comparing(Candidate::published)
            .reversed()
            .thenComparing(c -> c.origin().source())
            .thenComparing(c -> c.origin().name());

    public Choice {
        in = List.copyOf(in);
    }

    /**
     * Chooses from {@code shelf}: who was passed over before goes first, then the newest, so that news is fresh and
     * nobody waits for ever; readers see the newest on top. Pure: the same shelf gives the same choice.
     */
    public static Choice of(ArticleLimits limits, Shelf shelf) {
        int found = shelf.candidates().size();
        if (found < limits.min()) {
            return new Choice(List.of(), found, found == 0 ? "no new article" : tooFew(found, limits.min()));
        }
        List<Origin> in = shelf.candidates().stream()
                .sorted(Comparator.comparing(Candidate::passedOver).reversed().thenComparing(NEWEST_FIRST))
                .limit(limits.max())
                .sorted(NEWEST_FIRST)
                .map(Candidate::origin)
                .toList();
        return new Choice(in, found - in.size(), "");
    }

    private static String tooFew(int found, int min) {
        return found + (found == 1 ? " new article" : " new articles") + ", and articles.min asks for " + min;
    }

    /** Whether the candidates do not make an edition. */
    public boolean isEmpty() {
        return in.isEmpty();
    }
}
