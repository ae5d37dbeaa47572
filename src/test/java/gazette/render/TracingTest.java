package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.subscriber.Readership;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each line of a variant leads back to the line of the template that printed it. */
final class TracingTest {
    @TempDir
    private Path workspace;

    private Drafts drafts;

    @BeforeEach
    void aTemplate() {
        drafts = new Drafts(workspace);
    }

    private Traced traced(Edition edition) {
        Renderer renderer = new Renderer(drafts.folder());
        Rendering rendering = renderer.render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY);
        Traced traced = renderer.traced(edition, rendering, rendering.first());
        assertThat(traced.variant()).isEqualTo(rendering.first());
        return traced;
    }

    private static List<String> said(String part, List<Place> places) {
        List<String> lines = part.lines().toList();
        assertThat(places).hasSameSizeAs(lines);
        return IntStream.range(0, lines.size())
                .mapToObj(n -> places.get(n).file() + ":" + places.get(n).line() + " " + lines.get(n))
                .toList();
    }

    @Test
    void linesOfTheTemplateItselfAreFoundThroughListsMacrosAndIncludes() {
        drafts.writeIn(
                "common",
                "parts.ftlh",
                "<#macro box>\n<div>\n\n  <b>box</b>\n<#nested>\n</div>\n</#macro>\n<#macro name>\n<i>${newsletter.name}</i>\n</#macro>");
        drafts.write("foot.ftlh", "<hr>\n<p>foot</p>\n");
        drafts.write("html.ftlh", """
                <#import "parts.ftlh" as parts>

                <html>
                  <#-- a comment
                  of two lines -->
                  <body>
                <@parts.box>
                <p>
                  one</p>
                <@parts.name/>
                </@parts.box>
                <#list articles as article>
                <p>${article?counter}</p>
                </#list>
                <#include "foot.ftlh">
                </body></html>
                """);

        Traced traced = traced(Drafts.edition());

        assertThat(said(traced.variant().html().orElseThrow(), traced.html()))
                .isEqualTo(List.of(
                        "html.ftlh:3 <html>",
                        "html.ftlh:6 <body>",
                        "parts.ftlh:2 <div>",
                        "parts.ftlh:4 <b>box</b>",
                        "html.ftlh:8 <p>",
                        "html.ftlh:9 one</p>",
                        "parts.ftlh:9 <i>La Gazette</i>",
                        "parts.ftlh:6 </div>",
                        "html.ftlh:13 <p>1</p>",
                        "html.ftlh:13 <p>2</p>",
                        "html.ftlh:13 <p>3</p>",
                        "foot.ftlh:1 <hr>",
                        "foot.ftlh:2 <p>foot</p>",
                        "html.ftlh:16 </body></html>"));
    }

    @Test
    void linesThatAreWrappedTidiedOrLeftOpenAreFoundInPlainText() {
        drafts.write("text.ftl", """


                one


                ${wrap("a "?right_pad(100, "word "))}
                ${"b "?right_pad(100, "word ")}
                ${reader.name} !
                ${wrap("Bonjour " + reader.name)}

                end
                """);

        Traced traced = traced(Drafts.edition());

        assertThat(traced.text().stream().map(Place::line).toList()).isEqualTo(List.of(3, 3, 6, 6, 7, 7, 8, 9, 9, 11));
        assertThat(said(traced.variant().text(), traced.text()).get(9)).isEqualTo("text.ftl:11 end");
    }

    @Test
    void aVariantWithLogicIsTracedToo() {
        drafts.write("text.ftl", "a\n${reader.name?upper_case}\n");

        Traced traced = traced(Drafts.edition());

        assertThat(said(traced.variant().text(), traced.text()))
                .isEqualTo(List.of("text.ftl:1 a", "text.ftl:2 UNE LECTRICE"));
    }

    @Test
    void everyLineOfTheBuiltInTemplateHasAPlace() {
        Traced traced = traced(Drafts.with(Samples.several(), "digest"));

        assertThat(traced.html())
                .hasSize((int) traced.variant().html().orElseThrow().lines().count());
        assertThat(traced.text()).hasSize((int) traced.variant().text().lines().count());
        assertThat(traced.html().stream().map(Place::file).distinct().toList()).contains("macros.ftlh");
    }

    @Test
    void aPersonIsToldWhereTheFileIs() {
        drafts.writeIn("common", "parts.ftlh", "x");
        Renderer renderer = new Renderer(drafts.folder());

        assertThat(renderer.whereabouts(Drafts.edition(), "html.ftlh"))
                .isEqualTo(drafts.folder().resolve("mine/html.ftlh").toString());
        assertThat(renderer.whereabouts(Drafts.edition(), "parts.ftlh"))
                .isEqualTo(drafts.folder().resolve("common/parts.ftlh").toString());
    }
}
