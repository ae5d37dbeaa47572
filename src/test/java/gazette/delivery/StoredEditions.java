package gazette.delivery;

import gazette.edition.Cadence;
import gazette.edition.Composition;
import gazette.edition.Deed;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Editions;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.edition.Rendering;
import gazette.edition.Shelf;
import gazette.edition.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** As much of the editions as making letters needs: some, and how often one was read. */
final class StoredEditions implements Editions {
    private final List<Edition> editions;
    private final List<Variant> variants;
    private int reads;

    /** @param variants of each edition */
    StoredEditions(List<Edition> editions, List<Variant> variants) {
        this.editions = editions;
        this.variants = variants;
    }

    synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized Optional<Edition> find(EditionId id) {
        reads++;
        return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Rendering> rendering(EditionId id) {
        return variants.isEmpty() ? Optional.empty() : Optional.of(Sample.rendering(variants.get(0)));
    }

    @Override
    public Composition resumeOrCompose(
            Newsletter newsletter, Cadence cadence, Instant slot, Notes notes, Optional<String> despite) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Shelf shelf(Newsletter newsletter, Cadence cadence, Instant slot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keep(EditionId id, Rendering rendered) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<EditionKey> unfinished(String newsletter, String cadence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Summary> list(Optional<String> newsletter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Summary> summary(EditionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Deed> course(EditionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Skip> skips(Optional<String> newsletter, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean pause(EditionId id, String why) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean resume(EditionId id, Optional<Integer> wave) {
        throw new UnsupportedOperationException();
    }
}
