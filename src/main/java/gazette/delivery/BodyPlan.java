package gazette.delivery;

import gazette.dkim.BodyHash;
import gazette.dkim.Signer;
import gazette.dkim.Stretch;
import java.util.List;
import java.util.Optional;

/**
 * How the bodies of a variant's messages are hashed: up to the first personal segment once for all readers, and of what
 * they share behind it the canonical form is known. Safe to use from many threads.
 */
final class BodyPlan {
    private final BodyHash shared;
    private final int personal;
    private final List<Optional<Stretch>> rest;

    private BodyPlan(BodyHash shared, int personal, List<Optional<Stretch>> rest) {
        this.shared = shared;
        this.personal = personal;
        this.rest = List.copyOf(rest);
    }

    static BodyPlan of(List<Segment> body, Signer signer) {
        List<Optional<Stretch>> stretches = body.stream().map(Segment::stretch).toList();
        BodyHash shared = signer.body();
        int personal = 0;
        while (personal < stretches.size() && stretches.get(personal).isPresent()) {
            shared.add(stretches.get(personal).get());
            personal++;
        }
        return new BodyPlan(shared, personal, stretches.subList(personal, stretches.size()));
    }

    /**
     * The hash of one reader's body.
     *
     * @param parts what each segment came to
     */
    byte[] hash(byte[][] parts) {
        BodyHash hash;
        synchronized (shared) {
            hash = shared.copy();
        }
        for (int i = 0; i < rest.size(); i++) {
            byte[] part = parts[personal + i];
            rest.get(i).ifPresentOrElse(hash::add, () -> hash.add(part, 0, part.length));
        }
        return hash.hash();
    }

    /** What it takes in memory beside the segments, in octets. */
    long octets() {
        return rest.stream()
                .flatMap(Optional::stream)
                .mapToLong(Stretch::octets)
                .sum();
    }
}
