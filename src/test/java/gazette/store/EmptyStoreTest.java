package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in memory has the tables of one that went through every migration. */
final class EmptyStoreTest {
    @TempDir
    private Path folder;

    @Test
    void itsTablesAndIndexesAreThoseThatTheMigrationsLeave() throws IOException, SQLException {
        Sqlite file = new Sqlite(folder.resolve("gazette.db"));
        file.create();
        Schema.upgrade(file);

        try (Connection migrated = file.reading().getConnection();
                Connection empty = Sqlite.inMemory()) {
            Schema.create(empty);

            assertThat(tables(empty)).isEqualTo(tables(migrated)).hasSizeGreaterThan(40);
        }
    }

    /** By name, without what only Quartz and Flyway look at, in one writing. */
    private static Map<String, String> tables(Connection connection) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name, sql from sqlite_master where sql is not null"
                        + " and tbl_name not like 'QRTZ_%' and tbl_name not like 'flyway_%'"
                        + " and name not like 'sqlite_%'")) {
            while (row.next()) {
                tables.put(row.getString(1), inOneWriting(row.getString(2)));
            }
        }
        return tables;
    }

    /** SQLite keeps the octets of each statement, its comments too, and sets the name of a renamed table in quotes. */
    private static String inOneWriting(String sql) {
        return sql.replaceAll("--[^\n]*", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([(),]) ?", "$1")
                .replaceFirst("(?i)^create table \"?(\\w+)\"?", "create table $1")
                .strip();
    }
}
