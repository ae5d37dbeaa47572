package gazette.edition;

import gazette.article.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One story of a shelf: the article that readers would get, and the others that tell the same. */
final class Telling {
    /** The newest first; of the same age in the order of their names, so that the order of a shelf makes no difference. */
    static final Comparator<Telling> NEWEST_FIRST = Comparator.comparing(Telling::since)
            .reversed()
            .thenComparing(telling -> telling.origin().source())
            .thenComparing(telling -> telling.origin().name());

    /**
     * Of one standing the earliest; of the same age the one whose source stands first in the settings.
     */
    private static final Comparator<Candidate> WHO_TELLS = Comparator.comparing(Candidate::since)
            .thenComparing(Candidate::source)
            .thenComparing(candidate -> candidate.origin().name());

    private final Candidate first;
    private final boolean isPutBack;
    private final List<Copy> copies = new ArrayList<>();

    /**
     * An article that tells the same.
     *
     * @param how what they have in common, in words
     */
    record Copy(Candidate candidate, String how) {}

    private Telling(Candidate first, boolean isPutBack) {
        this.first = first;
        this.isPutBack = isPutBack;
    }

    /**
     * The stories that {@code candidates} tell, each candidate in one of them. What an editor put back tells its own, then
     * what readers had before; the others tell theirs or are copies.
     */
    static List<Telling> all(List<Candidate> candidates, Plan plan, Addresses addresses, OptionalDouble nearCopies) {
        List<Telling> tellings = new ArrayList<>();
        Told<Telling> told = new Told<>(nearCopies);
        Comparator<Candidate> whoTells = Comparator.comparing(
                        (Candidate candidate) -> plan.isPutBack(candidate.origin()))
                .thenComparing(Candidate::isUpdate)
                .reversed()
                .thenComparing(WHO_TELLS);
        for (Candidate candidate : candidates.stream().sorted(whoTells).toList()) {
            Optional<String> address = addresses.key(candidate.address());
            boolean isPutBack = plan.isPutBack(candidate.origin());
            boolean tellsItsOwn = isPutBack || candidate.isUpdate();
            Optional<Told.Match<Telling>> before = tellsItsOwn ? Optional.empty() : told.find(candidate, address);
            Telling telling = before.map(Told.Match::story).orElseGet(() -> new Telling(candidate, isPutBack));
            if (before.isPresent()) {
                telling.copies.add(new Copy(candidate, before.get().how()));
            } else {
                tellings.add(telling);
                candidate.sketch().ifPresent(sketch -> told.know(telling, sketch));
            }
            told.know(telling, address, candidate.text());
        }
        return tellings;
    }

    /** The one that readers get. */
    Candidate first() {
        return first;
    }

    /** The others, the earliest first. */
    List<Copy> copies() {
        return Collections.unmodifiableList(copies);
    }

    Origin origin() {
        return first.origin();
    }

    Instant since() {
        return first.since();
    }

    boolean isUpdate() {
        return first.isUpdate();
    }

    /** Whether an editor wants it in, whatever keeps it out. */
    boolean isPutBack() {
        return isPutBack;
    }

    /** Whether an earlier edition had no room for it, whoever told it then. */
    boolean passedOver() {
        return first.passedOver()
                || copies.stream().anyMatch(copy -> copy.candidate().passedOver());
    }

    /** How many sources tell it. */
    int sources() {
        return 1
                + (int) copies.stream()
                        .map(copy -> copy.candidate().source())
                        .filter(source -> source != first.source())
                        .distinct()
                        .count();
    }
}
