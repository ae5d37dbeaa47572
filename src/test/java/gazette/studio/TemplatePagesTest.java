package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplatePagesTest extends ServedPages {
    @Test
    void eachTemplateIsOnTheShelfByDayAndByNight() {
        workspace.article("a.txt", "Le barrage est plein");
        workspace.write("templates/digest/html.ftlh", "<p>${edition.subject}</p>\n");

        Document page = page("/templates");

        assertThat(page.select(".shelf h2").eachText()).containsExactly("brief", "digest", "plain", "single");
        assertThat(page.select(".shelf li:contains(digest)").text()).contains("Modifié ici", "Sert à : La Gazette");
        assertThat(page.select(".shelf li:contains(digest) iframe[loading=lazy]"))
                .hasSize(2);
        assertThat(visitor.get(page.select(".shelf iframe").attr("src")).body()).contains("Le barrage est plein");
    }

    @Test
    void aTemplateIsShownToEveryReaderInEveryLight() {
        workspace.article("a.txt", "Le barrage est plein");

        Document page = page("/templates/digest");

        int personas = page.select("select[name=reader] option").size();
        assertThat(personas).isGreaterThanOrEqualTo(12);
        assertThat(page.select(".shots")).hasSize(personas);
        assertThat(page.select(".shots").get(0).select("iframe")).hasSize(6);
        assertThat(page.select("tr:contains(edition.subject)").text()).contains("Le barrage est plein");
        assertThat(visitor.get("/templates/digest/html?reader=language-de&look=dark")
                        .body())
                .contains("lang=\"de\"");
        assertThat(visitor.get("/templates/digest/html?pictures=off").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("img-src 'none'", "sandbox allow-same"));
        assertThat(page("/templates/digest/view?reader=no-name&look=dark").select("iframe"))
                .hasSize(1);
    }

    @Test
    void aFieldThatAReaderMayLackIsCalledSo() {
        workspace.article("a.txt", "Le barrage est plein");
        workspace.write("templates/digest/html.ftlh", "<p>${reader.name} ${reader.unsubscribe}</p>\n");

        Document page = page("/templates/digest?reader=no-name");

        assertThat(page.select("tr:contains(reader.name)").text()).contains("peut manquer", "manque");
        assertThat(page.select("tr:contains(reader.unsubscribe)").text()).doesNotContain("peut manquer");
    }

    @Test
    void whatDiffersFromTheBuiltInOneIsShown() {
        workspace.write("templates/digest/words_fr.properties", "in_brief=Vite dit\n");
        workspace.write("templates/digest/own.ftl", "<script>alert(1)</script>\n");

        Document page = page("/templates/digest");

        assertThat(page.select("#difference ~ *").text()).contains("own.ftl", "words_fr.properties", "Vite dit");
        assertThat(page.select(".empty").text()).contains("Aucun article");
    }

    @Test
    void ofFilesThatAllTemplatesShareTheDifferenceIsShownToo() {
        workspace.write("templates/common/words_fr.properties", "brief=Vite dit\n");
        workspace.write("templates/digest/subject.ftl", "Bonjour\n");

        Document page = page("/templates/digest");

        assertThat(page.select("#difference ~ h3").eachText())
                .containsExactly("digest/subject.ftl", "common/words_fr.properties");
        assertThat(page.select(".diff .good").eachText()).contains("+Bonjour").doesNotContain("+++ templates/digest");
        assertThat(page.select(".diff .good:contains(Vite dit)")).hasSize(1);
        assertThat(page.select(".facts a[href=#difference]")).hasSize(1);
    }

    @Test
    void theWordsThatAnotherLanguageLacksAreNamed() {
        workspace.write("templates/digest/words_nl.properties", "onlineText=Online lezen:\n");

        assertThat(page("/templates/digest").select(".notice.warn").text())
                .contains("words_nl.properties", "leaveText")
                .doesNotContain("onlineText");
    }

    @Test
    void eachLightOfATemplateIsAnother() {
        workspace.article("a.txt", "Le barrage est plein");

        assertThat(Stream.of("light", "dark", "inverted", "bare")
                        .map(look -> visitor.get("/templates/digest/html?look=" + look)
                                .body())
                        .distinct())
                .hasSize(4);
    }

    @Test
    void aTemplateThatFailsSaysSo() {
        workspace.article("a.txt", "Le barrage est plein");
        workspace.write("templates/digest/html.ftlh", "<p>${edition.nothing}</p>\n");

        assertThat(page("/templates/digest").select("[role=alert]").text()).contains("échoue", "html.ftlh");
        assertThat(visitor.get("/templates").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileIsShownWithItsLinesNumberedAndOneMarked() {
        workspace.write("templates/digest/html.ftlh", "<p>\n<b>${edition.subject}</b>\n</p>\n");

        Document page = page("/templates/digest/source/html.ftlh?line=2");

        assertThat(page.select("#line-2").hasClass("marked")).isTrue();
        assertThat(page.select("#line-2 code").text()).isEqualTo("<b>${edition.subject}</b>");
        assertThat(page.select("main b")).isEmpty();
        assertThat(page("/templates/common/source/macros.ftlh").select("#line-1"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/templates/x",
                "/templates/..",
                "/templates/%2e%2e/source/gazette.yaml",
                "/templates/digest/source/..%2F..%2Fgazette.yaml",
                "/templates/digest/source/../../gazette.yaml",
                "/templates/digest/source/%2Fetc%2Fpasswd",
                "/templates/..%2Farticles/source/a.txt",
                "/templates/digest/parts/x"
            })
    void nothingButTemplatesIsServed(String path) {
        workspace.article("a.txt", "Le barrage est plein");

        assertThat(visitor.get(path).statusCode()).isBetween(400, 404);
    }
}
