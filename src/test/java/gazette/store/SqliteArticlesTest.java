package gazette.store;

import gazette.article.Articles;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteArticlesTest extends ArticlesContract {
    @TempDir
    private Path folder;

    private SqliteWorld world;

    @BeforeEach
    void open() {
        world = new SqliteWorld(folder, new HandClock());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    Articles articles() {
        return world.store().articles();
    }
}
