package gazette.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an edition of one cadence could be made of right now.
 *
 * @param nextNumber the number that it would get
 * @param previous the slot of the cadence's latest edition
 * @param candidates of the newsletter's sources, in no order
 */
public record Shelf(int nextNumber, Optional<Instant> previous, List<Candidate> candidates) {
    public Shelf {
        candidates = List.copyOf(candidates);
    }
}
