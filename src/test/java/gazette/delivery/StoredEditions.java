package gazette.delivery;

import gazette.edition.Cadence;
import gazette.edition.Composition;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Editions;
import gazette.edition.Newsletter;
import gazette.edition.Shelf;
import gazette.edition.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** As much of the editions as making letters needs: one, perhaps, and how often it was read. */
final class StoredEditions implements Editions {
    private final Optional<Edition> edition;
    private final List<Variant> variants;
    private int reads;

    StoredEditions(Optional<Edition> edition, List<Variant> variants) {
        this.edition = edition;
        this.variants = variants;
    }

    synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized Optional<Edition> find(EditionId id) {
        reads++;
        return edition.filter(e -> e.id().equals(id));
    }

    @Override
    public List<Variant> variants(EditionId id) {
        return variants;
    }

    @Override
    public Composition resumeOrCompose(Newsletter newsletter, Cadence cadence, Instant slot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Shelf shelf(Newsletter newsletter, Cadence cadence, Instant slot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keep(EditionId id, List<Variant> rendered) {
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
    public List<Skip> skips(Optional<String> newsletter, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean pause(EditionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean resume(EditionId id) {
        throw new UnsupportedOperationException();
    }
}
