package gazette.store;

import gazette.delivery.PaceBook;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqlitePaceBookTest extends PaceBookContract {
    @TempDir
    private Path folder;

    private @Nullable SqliteWorld world;

    @BeforeEach
    void open() {
        world = new SqliteWorld(folder, new HandClock());
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(world).close();
    }

    @Override
    PaceBook book() {
        return Objects.requireNonNull(world).store().paceBook();
    }
}
