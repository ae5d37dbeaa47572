package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

final class KeptLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void theLibraryIsKeptWholeUnderTheNameThatTheDriverLooksFor() throws IOException {
        Path kept = KeptLibrary.in(folder);

        Path library = only(kept);
        try (InputStream carried = SQLiteJDBCLoader.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName())) {
            assertThat(Objects.requireNonNull(carried)).hasBinaryContent(Files.readAllBytes(library));
        }
        assertThat(library.getFileName()).hasToString(System.mapLibraryName("sqlitejdbc"));
        assertThat(kept.getFileName().toString()).startsWith("sqlite-");
    }

    @Test
    void theNextStartTakesTheSameOne() throws IOException {
        Path library = only(KeptLibrary.in(folder));
        FileTime before = Files.getLastModifiedTime(library);
        Files.setLastModifiedTime(library, FileTime.fromMillis(before.toMillis() - 60_000));

        Path again = only(KeptLibrary.in(folder));

        assertThat(again).isEqualTo(library);
        assertThat(Files.getLastModifiedTime(again)).isLessThan(before);
    }

    @Test
    void whereNothingCanBeKeptTheDriverIsLeftToItself() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> KeptLibrary.in(file)).isInstanceOf(IOException.class);
        assertThat(System.getProperty(KeptLibrary.TAKEN_FROM)).isNull();
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
