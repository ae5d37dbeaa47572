package gazette.store;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

final class SqlitePlansTest extends PlansContract {
    @TempDir
    private Path folder;

    @Override
    World world(Clock clock) {
        return new SqliteWorld(folder, clock);
    }
}
