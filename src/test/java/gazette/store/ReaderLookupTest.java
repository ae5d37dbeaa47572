package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking a reader up goes along an index, however many readers there are. */
final class ReaderLookupTest {
    @TempDir
    private Path folder;

    @Test
    void beginningsAreFoundAlongTheirIndexes() throws SQLException {
        try (SqliteWorld world = new SqliteWorld(folder, new HandClock())) {
            assertThat(plan(world, ReaderRows.BY_BEGINNING_OF_ADDRESS))
                    .first()
                    .asString()
                    .contains("SEARCH s USING COVERING INDEX sqlite_autoindex_subscriber_1 (address>? AND address<?)");
            assertThat(plan(world, ReaderRows.BY_BEGINNING_OF_NAME))
                    .first()
                    .asString()
                    .contains("SEARCH p USING INDEX subscription_name (newsletter=? AND <expr>>? AND <expr><?)");
        }
    }

    /** Without a step that sorts. */
    private static List<String> plan(SqliteWorld world, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection connection = world.store().borrowWriter();
                PreparedStatement explained = connection.prepareStatement("explain query plan " + sql);
                ResultSet step = explained.executeQuery()) {
            while (step.next()) {
                steps.add(step.getString("detail"));
            }
        }
        assertThat(steps).noneMatch(step -> step.contains("TEMP B-TREE"));
        return steps;
    }
}
