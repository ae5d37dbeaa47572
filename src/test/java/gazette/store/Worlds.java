package gazette.store;

import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import gazette.mail.EmailAddress;
import gazette.subscriber.ListRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        return filled(world, IntStream.rangeClosed(1, readers).mapToObj(Samples::row), inDoubt);
    }

    /** An edition that is due at once to {@code readers}, whose numbers are 1 and so on. */
    public static Edition filled(World world, Stream<ListRow> readers, InDoubtPolicy inDoubt) {
        world.subscribers().take(Samples.list("due", false, problems -> readers.iterator()));
        Edition edition = Samples.rendered(world, Samples.SLOT);
        world.outbox().fill(edition, Duration.ZERO, inDoubt, Optional.empty());
        return edition;
    }

    /** A reader with columns of their own. */
    public static ListRow row(int number, String address, Map<String, String> fields) {
        return new ListRow(
                number + 1L,
                EmailAddress.of(address),
                "Lectrice " + number,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                fields);
    }

    /** Puts a line break and a header into the address of one reader of {@link #sqlite}, as no port would. */
    public static void breakAddress(World sqlite, String address) {
        ((SqliteWorld) sqlite)
                .sql("update subscriber set address = address || char(13, 10) || 'Bcc: reader-9@example.org'"
                        + " where address = '" + address + "'");
    }

    /** Puts one half of a surrogate pair where {@code words} stand in the columns of readers of {@link #sqlite}. */
    public static void breakField(World sqlite, String words) {
        ((SqliteWorld) sqlite)
                .sql("update subscription set fields = replace(fields, '" + words + "', '\\ud83c')"
                        + " where fields like '%" + words + "%'");
    }
}
