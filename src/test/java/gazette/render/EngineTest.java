package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** FreeMarker's wrapper of any object is not ours; did one come to be used, it would find every door shut. */
    @Test
    void notEvenTheWrapperThatOpensJavaObjectsOpensAMember() {
        MemberAccessPolicy policy = DefaultMemberAccessPolicy.getInstance(Configuration.VERSION_2_3_35);

        for (Class<?> type : List.of(Object.class, String.class, Path.class, Optional.class)) {
            ClassMemberAccessPolicy members = policy.forClass(type);
            assertThat(type.getMethods()).noneMatch(members::isMethodExposed);
            assertThat(type.getConstructors()).noneMatch(members::isConstructorExposed);
        }
    }

    /** Counts how often a file is read to be parsed, and not to see whether it is there. */
    private static final class Counted implements TemplateFolder {
        private final Map<String, String> files;
        private final List<String> asked = new ArrayList<>();

        Counted(Map<String, String> files) {
            this.files = files;
        }

        @Override
        public Optional<String> text(String file) {
            asked.add(file);
            return Optional.ofNullable(files.get(file));
        }

        @Override
        public String place(String file) {
            return file;
        }
    }

    @Test
    void whatIsParsedAheadIsNotReadWhenItIsPrinted() throws IOException, TemplateException {
        Counted files = new Counted(Map.of(
                "html.ftlh", "<#import \"macros.ftlh\" as m><@m.hello/>",
                "macros.ftlh", "<#macro hello>Bonjour</#macro>",
                "broken.ftl", "<#if",
                "style.css", "<#if"));
        Engine engine = new Engine(files);

        engine.parse(List.of("broken.ftl", "html.ftlh", "macros.ftlh", "style.css"));
        assertThat(files.asked)
                .contains("broken.ftl", "html.ftlh", "macros.ftlh")
                .doesNotContain("style.css");
        files.asked.clear();

        assertThat(printed(engine, Locale.FRENCH)).isEqualTo("Bonjour");
        assertThat(files.asked).containsExactly("html.ftlh"); // whether it is there
    }

    @Test
    void aFileThatIsParsedOnceIsRunInTheLanguageOfWhoAsks() throws IOException, TemplateException {
        Counted files = new Counted(Map.of(
                "html.ftlh", "<#include \"part.ftlh\">", "part.ftlh", "${.locale} ${1234.5?string[\",##0.0\"]}"));
        Engine engine = new Engine(files);

        assertThat(printed(engine, Locale.GERMANY)).isEqualTo("de_DE 1.234,5");
        assertThat(printed(engine, Locale.US)).isEqualTo("en_US 1,234.5");
        assertThat(files.asked).filteredOn("part.ftlh"::equals).hasSize(1);
    }

    private static String printed(Engine engine, Locale language) throws IOException, TemplateException {
        StringWriter out = new StringWriter();
        engine.print("html.ftlh", language, Map.of(), out);
        return out.toString();
    }

    private void print(String template, Map<String, Object> model) throws IOException, TemplateException {
        Path templates = folder.resolve("templates");
        Files.createDirectories(templates.resolve("mine"));
        Files.writeString(templates.resolve("mine/html.ftlh"), template, StandardCharsets.UTF_8);
        new Engine(TemplateFolder.of(templates, "mine")).print("html.ftlh", Locale.FRENCH, model, new StringWriter());
    }
}
