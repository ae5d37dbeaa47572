package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Audience;
import gazette.delivery.Dispatch;
import gazette.edition.Edition;
import gazette.edition.EditionState;
import gazette.edition.InDoubtPolicy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audience that is frozen in pieces, with anything in between. */
final class FillingTest {
    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private SqliteWorld world;
    private Edition edition;

    @BeforeEach
    void aRenderedEdition() {
        world = new SqliteWorld(folder, clock);
        world.subscribers().take(Samples.readers(10, "1"));
        edition = Samples.rendered(world, Samples.SLOT);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoeverComesNextGoesOnWhereAFillingWasCutShort() throws SQLException {
        piece();
        piece();
        assertThat(world.editions().summary(edition.id()).orElseThrow().state()).isEqualTo(EditionState.FILLING);
        assertThat(world.outbox().tally(edition.id()).audience()).isEqualTo(6);
        assertThat(world.outbox().tally(edition.id()).balances()).isTrue();
        assertThat(world.outbox().claim(world.outbox().enlist(Duration.ofHours(1)), 10))
                .as("nothing leaves before all are in")
                .isEmpty();
        assertThat(world.editions().unfinished(Samples.NEWSLETTER, "daily")).contains(edition.key());

        assertThat(fill().size()).isEqualTo(10);

        assertThat(world.outbox().claim(world.outbox().enlist(Duration.ofHours(1)), 20))
                .extracting(Dispatch::subscriber)
                .doesNotHaveDuplicates()
                .hasSize(10);
    }

    @Test
    void whoSubscribesMeanwhileIsNotInItAndWhoLeavesIsNotEither() throws SQLException {
        piece();
        world.subscribers().take(Samples.readers(15, "2"));
        world.subscribers().leave(Samples.NEWSLETTER, 8);

        assertThat(fill().size()).isEqualTo(9);
    }

    @Test
    void aCancelBetweenTwoPiecesEndsIt() throws SQLException {
        piece();
        world.outbox().cancel(edition.id());

        assertThat(fill().size()).isEqualTo(3);
        assertThat(world.outbox().tally(edition.id()).settled()).isEqualTo(3);
    }

    private Audience fill() {
        return world.outbox().fill(edition, Duration.ZERO, InDoubtPolicy.RETRY, Optional.empty());
    }

    /** Three readers more. */
    private void piece() throws SQLException {
        try (Connection connection = world.store().borrowWriter();
                Session session = new Session(connection)) {
            new Filling(edition.id(), 3).piece(session, clock.instant(), InDoubtPolicy.RETRY, Optional.empty());
        }
    }
}
