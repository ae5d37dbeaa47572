package gazette.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Makes Quartz's own tables from the script in its jar. SQLite takes the types of PostgreSQL, whose script this is; DROP
 * and COMMIT are left out, because a migration begins without the tables and commits by itself.
 */
final class QuartzTables implements JavaMigration {
    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2");
    }

    @Override
    public String getDescription() {
        return "quartz";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String sql : statements()) {
                statement.executeUpdate(sql);
            }
        }
    }

    static List<String> statements() throws IOException {
        try (InputStream script = QuartzTables.class.getResourceAsStream(SCRIPT)) {
            String sql = new String(
                    Optional.ofNullable(script)
                            .orElseThrow(() -> new IllegalStateException(SCRIPT + " is not in Quartz's jar"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            return Stream.of(sql.replaceAll("(?m)--.*$", "").split(";"))
                    .map(String::strip)
                    .filter(QuartzTables::isWanted)
                    .toList();
        }
    }

    private static boolean isWanted(String sql) {
        String begin = sql.toUpperCase(Locale.ROOT);
        return !begin.isEmpty() && !begin.startsWith("DROP") && !begin.startsWith("COMMIT");
    }
}
