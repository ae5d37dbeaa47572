package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.Format;
import gazette.subscriber.Readership;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template in its layers, and as it stays once an edition was rendered by it. */
final class FrozenTemplateTest {
    @TempDir
    private Path workspace;

    private Drafts drafts;

    @BeforeEach
    void aTemplateInThreeLayers() {
        drafts = new Drafts(workspace);
        drafts.writeIn("common", "parts.ftlh", "<#macro head><h1>${newsletter.name}</h1></#macro>");
        drafts.writeIn("common", "words_fr.properties", "hello = Salut {0}\nbye = Au revoir {0} \\");
        drafts.write(
                "html.ftlh",
                "<#import \"parts.ftlh\" as parts><@parts.head/>${words.hello(reader.name)} ${words.bye('x')}");
        drafts.write("words_en.properties", "hello = Hello {0}\nbye = Bye {0}");
    }

    private Rendering render(Edition edition) {
        return new Renderer(drafts.folder()).render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY);
    }

    @Test
    void whatATemplateLacksIsTakenFromTheCommonFolderAndPhrasesOneByOne() {
        assertThat(render(Drafts.edition()).first().html().orElseThrow())
                .isEqualTo("<h1>La Gazette</h1>Bonjour " + Samples.htmlMarker("name") + " Au revoir x\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digest", "brief", "single", "plain"})
    void aBuiltInTemplateNeedsNoFolder(String name) {
        Rendering rendering = render(Drafts.with(Samples.several(), name));

        assertThat(rendering.first().logic()).isEmpty();
        assertThat(rendering.fields()).contains("address", "unsubscribe");
        assertThat(rendering.first().html().isPresent()).isEqualTo(!name.equals("plain"));
        assertThat(rendering.template().files()).containsKeys("text.ftl", "subject.ftl", "words_fr.properties");
    }

    @Test
    void oneFileOfABuiltInTemplateCanBeReplaced() {
        drafts.writeIn("digest", "subject.ftl", "Mon objet");

        Variant variant = render(Drafts.with(Samples.several(), "digest")).first();

        assertThat(variant.subject()).isEqualTo("Mon objet");
        assertThat(variant.html().orElseThrow()).contains("La Gazette");
    }

    @Test
    void oneFileThatBuiltInTemplatesShareCanBeReplaced() {
        drafts.writeIn("common", "style.css", ":root { --x: #000000 }");

        TemplateFolder folder = TemplateFolder.of(drafts.folder(), "digest");

        assertThat(folder.text("style.css")).contains(":root { --x: #000000 }");
        assertThat(folder.place("style.css"))
                .isEqualTo(drafts.folder().resolve("common/style.css").toString());
        assertThat(folder.place("macros.ftl")).isEqualTo("common/macros.ftl (built in)");
    }

    @Test
    void commonIsNoTemplate() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> TemplateFolder.of(drafts.folder(), "common"))
                .hasMessageContaining("template is 'common'");
    }

    @Test
    void filesThatNoTemplateCanUseHarmNobody() throws IOException {
        Files.write(drafts.folder().resolve("mine/logo.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xFF});
        Files.writeString(drafts.folder().resolve("mine/.hidden"), "x", StandardCharsets.UTF_8);
        Files.createSymbolicLink(drafts.folder().resolve("mine/passwd"), Path.of("/etc/passwd"));
        drafts.write("parts/foot.ftlh", "foot");

        assertThat(render(Drafts.edition()).template().files().keySet())
                .contains("html.ftlh", "parts/foot.ftlh", "parts.ftlh")
                .doesNotContain("logo.png", ".hidden", "passwd");
    }

    @Test
    void theSameVariantComesOutWhenTheFolderIsGone() throws IOException {
        Edition edition = Drafts.edition();
        Rendering rendering = render(edition);
        delete(drafts.folder());
        Renderer renderer = new Renderer(workspace.resolve("elsewhere"));

        Variant again = renderer.variant(edition, rendering, rendering.first().key());
        Variant personal =
                renderer.personal(edition, rendering, rendering.first().key(), Map.of("name", "x"));

        assertThat(again).isEqualTo(rendering.first());
        assertThat(personal.html()).contains("<h1>La Gazette</h1>Bonjour x Au revoir x\n");
    }

    @Test
    void aBuiltInTemplateIsFrozenToo() {
        Edition edition = Drafts.with(Samples.several(), "digest");
        Rendering rendering = render(edition);
        drafts.writeIn("digest", "html.ftlh", "changed");
        drafts.writeIn("common", "style.css", "changed");
        VariantKey english = new VariantKey(Locale.ENGLISH, List.of(0, 1), Format.HTML, Set.of());
        Renderer renderer = new Renderer(drafts.folder());

        assertThat(renderer.variant(edition, rendering, rendering.first().key()))
                .isEqualTo(rendering.first());
        assertThat(renderer.variant(edition, rendering, english).html().orElseThrow())
                .contains("lang=\"en\"");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
