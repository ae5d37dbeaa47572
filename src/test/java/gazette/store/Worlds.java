package gazette.store;

import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Stores for tests of other packages, and an edition that is due in them. */
public final class Worlds {
    public static final String NEWSLETTER = Samples.NEWSLETTER;

    private Worlds() {}

    public static World memory(Clock clock) {
        return new MemoryWorld(clock);
    }

    public static World sqlite(Path folder, Clock clock) {
        return new SqliteWorld(folder, clock);
    }

    /** An edition that is due at once to {@code reader-1@example.org} and so on, whose numbers are 1 and so on. */
    public static Edition filled(World world, int readers, InDoubtPolicy inDoubt) {
        world.subscribers().take(Samples.readers(readers, "for " + readers));
        Edition edition = Samples.rendered(world, Samples.SLOT);
        world.outbox().fill(edition, Duration.ZERO, inDoubt, Optional.empty());
        return edition;
    }
}
