package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of the built-in templates' files names those that the checkout packs, each of them and no other. */
final class JarFolderTest {
    private static final Path TEMPLATES = Path.of("templates");

    @Test
    void everyFileOfABuiltInTemplateIsListed() throws IOException {
        assertThat(new JarFolder("gazette/sample/templates").files())
                .as("src/main/resources/gazette/render/templates.txt")
                .isEqualTo(packed());
    }

    @Test
    void everyFileThatIsListedIsThere() {
        assertThat(new JarFolder("gazette/sample/templates").files())
                .allMatch(new JarFolder("gazette/sample/templates")::has);
        assertThat(JarFolder.builtIn()).containsExactly("brief", "digest", "plain", "single");
    }

    private static List<String> packed() throws IOException {
        try (Stream<Path> walk = Files.walk(TEMPLATES)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
