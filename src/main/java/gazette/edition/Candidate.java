package gazette.edition;

import gazette.article.Origin;
import java.time.Instant;

/**
 * An article that is in no edition of a cadence yet.
 *
 * @param published when it says that it was published, or else when it was picked up
 * @param passedOver whether an earlier edition of the cadence had no room for it
 */
public record Candidate(Origin origin, Instant published, boolean passedOver) {}
