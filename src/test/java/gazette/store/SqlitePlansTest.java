package gazette.store;

import gazette.edition.Plans;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqlitePlansTest extends PlansContract {
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
    Plans plans() {
        return Objects.requireNonNull(world).store().plans();
    }
}
