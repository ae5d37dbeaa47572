package gazette.proof;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which articles a proof is made of, and when it is imagined to be made.
 *
 * @param last the newest so many articles, whether readers had them or not; empty for those of the coming edition
 * @param since every article since then, whether readers had it or not, if given; without {@code last}
 * @param asOf the slot that it is made for, if it is not the coming one
 */
public record Look(OptionalInt last, Optional<Instant> since, Optional<Instant> asOf) {
    /** The coming edition, as it would be made now. */
    public static final Look COMING = new Look(OptionalInt.empty(), Optional.empty(), Optional.empty());

    public Look {
        if (last.isPresent() && (last.getAsInt() < 1 || since.isPresent())) {
            throw new IllegalArgumentException(
                    "a look takes the last so many articles, at least 1, or those since a day");
        }
    }

    /** Whether it shows what readers will get. */
    public boolean isComing() {
        return last.isEmpty() && since.isEmpty();
    }
}
