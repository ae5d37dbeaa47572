package gazette.render;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inner fences hold by themselves, whatever the outer ones let through. */
final class EngineTest {
    @TempDir
    private Path folder;

    @Test
    void anObjectOfJavaIsNothingThatATemplateCanHold() throws IOException {
        assertThatThrownBy(() -> print("${thing.fileName}", Map.of("thing", Path.of("/etc/passwd"))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("wrap");
    }

    private void print(String template, Map<String, Object> model) throws IOException, TemplateException {
        Path templates = folder.resolve("templates");
        Files.createDirectories(templates.resolve("mine"));
        Files.writeString(templates.resolve("mine/html.ftlh"), template, StandardCharsets.UTF_8);
        new Engine(TemplateFolder.of(templates, "mine")).print("html.ftlh", Locale.FRENCH, model, new StringWriter());
    }
}
