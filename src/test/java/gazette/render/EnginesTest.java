package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.edition.Illustrations;
import gazette.edition.TemplateText;
import gazette.subscriber.Readership;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnginesTest {
    @TempDir
    private Path workspace;

    private Drafts drafts;
    private final Engines engines = new Engines();

    @BeforeEach
    void aTemplate() {
        drafts = new Drafts(workspace);
    }

    private Snapshot now() {
        return Snapshot.of(TemplateFolder.of(drafts.folder(), "mine"));
    }

    @Test
    void theSameFilesAreParsedOnce() {
        assertThat(engines.of(now())).isSameAs(engines.of(now()));
    }

    @Test
    void aFileThatWasSavedIsParsedAnew() {
        Engine before = engines.of(now());
        drafts.write("html.ftlh", "<p>anders</p>");

        assertThat(engines.of(now())).isNotSameAs(before);
    }

    @Test
    void aFileThatCannotBeReadAnyMoreIsNotForgotten() {
        Engine before = engines.of(now());
        drafts.write("extra.ftl", "x".repeat(Layer.MAX_OCTETS + 1));

        assertThat(engines.of(now())).isNotSameAs(before);
    }

    @Test
    void whatWasFrozenIsFoundElsewhereThanWhatIsThere() {
        Snapshot live = now();

        assertThat(engines.of(Snapshot.of(live.frozen()))).isNotSameAs(engines.of(live));
    }

    @Test
    void templatesOfOtherNamesAreOthers() {
        Map<String, String> files = Map.of("text.ftl", "x");

        assertThat(engines.of(Snapshot.of(new TemplateText("a", files))))
                .isNotSameAs(engines.of(Snapshot.of(new TemplateText("b", files))));
    }

    @Test
    void theOldestOfFiveIsParsedAgain() {
        Engine first = engines.of(numbered(1));
        Engine second = engines.of(numbered(2));
        for (int number = 3; number <= 5; number++) {
            engines.of(numbered(number));
        }

        assertThat(engines.of(numbered(2))).isSameAs(second);
        assertThat(engines.of(numbered(1))).isNotSameAs(first);
    }

    private static Snapshot numbered(int number) {
        return Snapshot.of(new TemplateText("mine", Map.of("text.ftl", "n° " + number)));
    }

    @Test
    void whatIsSavedAfterATemplateWasPreparedIsRendered() {
        Renderer renderer = new Renderer(drafts.folder());
        renderer.prepare("mine");
        drafts.write("html.ftlh", "<p>anders</p>");

        assertThat(renderer.render(Drafts.edition(), Illustrations.AS_WRITTEN, Readership.NOBODY)
                        .first()
                        .html())
                .contains("<p>anders</p>\n");
    }

    @Test
    void whoRendersIsToldWhatIsWrongWithATemplateThatWasPrepared() {
        Renderer renderer = new Renderer(drafts.folder());
        drafts.write("html.ftlh", "<p>\n<#if x></p>");
        renderer.prepare("mine");
        renderer.prepare("none-such");

        assertThatThrownBy(() -> renderer.render(Drafts.edition(), Illustrations.AS_WRITTEN, Readership.NOBODY))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining(drafts.folder().resolve("mine/html.ftlh").toString());
    }
}
