package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.edition.Edition;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.Format;
import gazette.subscriber.Wish;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template does with fields: printing and asking whether they are there is for all readers at once, the rest is not. */
final class LogicTest {
    private static final Map<String, String> SOMEBODY = Map.of(
            "name", "Lectrice d'Essai-Deux <b> & \"x\"",
            "town", "L'Isle/Sorgue 100 %",
            "address", "reader-1@example.org",
            "unsubscribe", "https://lettre.example.org/unsubscribe/a?b=c&d");

    private static final List<String> VALUES = List.of(
            "x",
            "12",
            "  deux  mots \n et une ligne ",
            "Mr Exemple",
            "É",
            "a@b",
            "mot ".repeat(40).strip(),
            "</p><script>",
            "é\u202F!");

    @TempDir
    private Path workspace;

    private Drafts drafts;

    @BeforeEach
    void aTemplate() {
        drafts = new Drafts(workspace);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${reader.name}",
                "${reader['name']} et ${reader.name}",
                "${(reader.name)}",
                "${'Bonjour ' + reader.name}",
                "${\"Bonjour ${reader.name} !\"}",
                "<#assign a = reader.name>${a} ${a}",
                "<#assign a = 'Bonjour ' + reader.name>${a} ${a}",
                "<#assign a>Bonjour ${reader.name}</#assign>${a}",
                "<#macro m who>${who}</#macro><@m reader.name/> <@m who=reader.town/>",
                "<#macro m who>${who}</#macro><@m who='Bonjour ' + reader.name/>",
                "<#macro m><b><#nested></b></#macro><@m>${reader.name}</@m>",
                "<#function f who><#return who></#function>${f(reader.name)}",
                "<#function f who><#return who + '!'></#function>${f(reader.name)}",
                "${words.hello(reader.name)}",
                "${words.hello('x ' + reader.name)}",
                "${[reader.name, reader.town]?join(', ')}",
                "<#list [reader.name, reader.town] as each>${each} </#list>",
                "${{'a': reader.name}.a}",
                "${reader.name?url}",
                "<a href='https://example.org/?n=${reader.name?url}'>x</a>",
                "${reader.name?html}",
                "${reader.name?trim}",
                "${reader.name?string}",
                "${reader.town!'nulle part'}",
                "${(reader.town)!} ${reader.town!''}",
                "${reader.town?has_content?then('de ' + reader.town, '')}",
                "<#if reader.town??>de ${reader.town}</#if>",
                "<#if (reader.town)?has_content && reader.name??>de ${reader.town}</#if>",
                "<#if !reader.town??>de nulle part<#else>${reader.town}</#if>",
                "<#macro m who><#if who?has_content>${who}</#if></#macro><@m reader.town/>",
                "${reader.town?default('x')} ${reader.town?if_exists}",
                "${reader.town?exists?c}",
                "<#attempt>${reader.name}<#recover>x</#attempt>",
                "${wrap('Bonjour ' + reader.name + ', ' + 'encore une fois '?right_pad(200, 'mot '))}",
                "${wrap(reader.name, '- ')}",
                "${wrap(articles[0].title, reader.name + ' : ')}",
                "${wrap(reader.name, '> ', '> ')}|${reader.town}   ",
                "<#escape x as x?html>${reader.name}</#escape>",
                "${articles[0].title?upper_case} ${reader.name}",
                "${reader.name + reader.town}"
            })
    void printingAndPresenceAreOneVariantForAll(String expression) {
        assertThat(logic("text.ftl", expression)).isEmpty();
        if (!expression.contains("wrap(") && !expression.contains("?html")) {
            assertThat(logic("html.ftlh", expression)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#if reader.name == 'x'>x</#if>",
                "<#if reader.name != 'x'>x<#else>${reader.name}</#if>",
                "<#switch reader.name><#case 'x'>x</#switch>",
                "${(reader.name == 'x')?then('x', 'y')}",
                "${['x', 'y']?seq_contains(reader.name)?c}",
                "${reader.name?upper_case}",
                "${reader.name?lower_case}",
                "${reader.name?cap_first}",
                "${reader.name?uncap_first}",
                "${reader.name?capitalize}",
                "${reader.name?length}",
                "<#if reader.name?length gt 3>${reader.name}</#if>",
                "${reader.name?split(' ')[0]}",
                "${reader.address?split('@')[0]}",
                "<#list reader.name?split('-') as part>${part}</#list>",
                "${reader.name?replace('a', 'b')}",
                "${reader.name?replace('Mr ', '')}",
                "${reader.name?replace('^x', '', 'r')}",
                "${reader.address?keep_before('@')}",
                "${reader.address?keep_after('@')}",
                "${reader.name?keep_before_last(' ')}",
                "${reader.name?truncate(5)}",
                "${reader.name?truncate(5000)}",
                "${reader.name?left_pad(20)}",
                "${reader.name?right_pad(20)}",
                "${reader.name?substring(1)}",
                "${reader.name[0]}",
                "${reader.name[0..*3]}",
                "${reader.name?contains('x')?c}",
                "${reader.name?starts_with('x')?c}",
                "${reader.name?ends_with('x')?c}",
                "${reader.name?index_of('x')}",
                "${reader.name?matches('x.*')?c}",
                "${reader.name?word_list?join('-')}",
                "${reader.name?js_string}",
                "${reader.name?json_string}",
                "${reader.name?xml}",
                "${reader.name?url_path}",
                "${reader.name?c}",
                "${reader.name?ensure_ends_with('.')}",
                "${reader.name?remove_beginning('M')}",
                "<#assign a = reader.name + ''>",
                "<#assign a = reader.name + ''>${a?upper_case}",
                "<#assign a = reader.name + ''><#if a == 'Mr Exemple'>x</#if>${a}",
                "<#assign a><#if true>${reader.name}</#if></#assign>${a?length} ${a}",
                "<#assign a>Bonjour ${reader.name}</#assign>${a?truncate(20)}",
                "<#assign a = 'x' + reader.name><#if a?length gt 100>long</#if>${a}",
                "<#macro m who>${who?upper_case}</#macro><@m reader.name/>",
                "<#function f who><#return who + ''></#function>${f(reader.name)?upper_case}",
                "${words.hello(reader.name)?upper_case}",
                "${words.hello(reader.name)?replace('Bonjour Mr', 'M.')}",
                "<#if words.hello(reader.name) == 'x'>x</#if>",
                "${wrap(reader.name)?upper_case}",
                "${(reader.name + ' ')?replace('Mr', 'M.')}",
                "${[reader.name]?sort?join('')}",
                "${{'x': 'y', '12': 'z'}[reader.name]!'?'}",
                "<#if reader.name?number gt 3>x</#if>",
                "<#attempt>${reader.name?number}<#recover>${reader.name}</#attempt>",
                "${reader.name?date('yyyy-MM-dd')?string('yyyy')}",
                "<#if reader.name?boolean>x</#if>",
                "${subject?upper_case}",
                "${subject[0..*3]}"
            })
    void whateverDependsOnTheValueIsFoundAndRenderedPerReader(String expression) {
        drafts.write("subject.ftl", "x ${reader.town}");

        List<String> logic = logic("text.ftl", "une ligne\n" + expression);

        assertThat(logic).isNotEmpty();
        assertThat(logic.toString()).containsAnyOf("text.ftl, line 2, column ", "subject.ftl, line 1, column 3");
    }

    @Test
    void eachExpressionIsNamedWithFileLineAndColumn() {
        drafts.write("html.ftlh", "<p>\n  <b>${reader.name?upper_case}</b> ${reader.town}</p>");
        drafts.writeIn("common", "parts.ftl", "<#macro hello>\n<#if reader.name == \"x\">x</#if>\n</#macro>");
        drafts.write("text.ftl", "<#import \"parts.ftl\" as parts>\n<@parts.hello/>");

        assertThat(drafts.render().first().logic())
                .isEqualTo(List.of(
                        "html.ftlh, line 2, column 6: ${reader.name?upper_case}",
                        "parts.ftl, line 2, column 1: <#if reader.name == \"x\">"));
    }

    @Test
    void aVariantWithLogicHoldsNoMarker() {
        drafts.write("text.ftl", "${reader.town} ${reader.name?upper_case} ${reader.name?url}");

        Variant variant = drafts.render().first();

        assertThat(variant.logic()).hasSize(1);
        assertThat(variant.text()).isEqualTo("Une Lectrice UNE LECTRICE Une%20Lectrice\n");
    }

    @Test
    void whatFailsForEveryReaderIsAProblemAndNotLogic() {
        drafts.write("text.ftl", "${reader.name?upper_case}\n${nothing}");

        assertThatThrownBy(drafts::render)
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("text.ftl, line 2, column 3: nothing is not there");
    }

    @Test
    void anAbsentFieldPrintsNothing() {
        drafts.write(
                "text.ftl",
                "a${reader.town}b ${words.hello(reader.town)}c ${'x' + reader.town}d ${reader.town!'e'}"
                        + " ${reader.town???c} ${reader.town?has_content?c} ${reader.town?url}");

        Rendering rendering = drafts.render(absent("town"));

        assertThat(rendering.variants()).hasSize(2);
        assertThat(rendering.variants().get(1).text()).isEqualTo("ab Bonjour c xd e false false\n");
    }

    @Test
    void aFieldThatOnlySomeVariantsReadIsFound() {
        drafts.write("text.ftl", "<#if reader.town??>x<#else>${reader.country!'nulle part'}</#if>");

        Rendering rendering = drafts.render(absent("town", "country"), absent("town"));

        assertThat(rendering.fields()).containsExactlyInAnyOrder("town", "country");
        assertThat(rendering.variants()).hasSize(3);
        assertThat(rendering.variants().stream().map(Variant::text).toList())
                .isEqualTo(List.of("x\n", "nulle part\n", Samples.marker("country") + "\n"));
    }

    @Test
    void whatNobodyKnewToAskWhenTheEditionWasFrozenIsLogicLater() {
        drafts.write("text.ftl", "<#if reader.town??>x<#else>${reader.country!'nulle part'}</#if>");
        Rendering rendering = drafts.render();
        VariantKey key = key(Set.of("town"));

        Variant later = new Renderer(drafts.folder()).variant(Drafts.edition(), rendering, key);

        assertThat(rendering.fields()).isEqualTo(Set.of("town"));
        assertThat(later.logic().toString()).contains("reader.country is read in this variant");
    }

    @Test
    void noMoreThanSixteenPatternsAreRenderedWithTheEdition() {
        drafts.write("text.ftl", "${reader.a} ${reader.b} ${reader.c} ${reader.d} ${reader.e}");
        Wish[] all = java.util.stream.IntStream.range(0, 32)
                .mapToObj(bits -> absent(List.of("a", "b", "c", "d", "e").stream()
                        .filter(field -> (bits & (1 << (field.charAt(0) - 'a'))) != 0)
                        .toArray(String[]::new)))
                .toArray(Wish[]::new);

        assertThat(drafts.render(all).variants()).hasSize(16);
    }

    private List<String> logic(String file, String template) {
        drafts.write(file, template);
        Edition edition = Drafts.edition();
        Renderer renderer = new Renderer(drafts.folder());
        Rendering rendering = drafts.render(absent("town"), absent("name", "town"));
        for (Variant variant : rendering.variants()) {
            VALUES.forEach(value -> holds(renderer, edition, rendering, variant, all(value)));
            holds(renderer, edition, rendering, variant, SOMEBODY);
        }
        return rendering.first().logic();
    }

    private static Map<String, String> all(String value) {
        Map<String, String> values = new HashMap<>(SOMEBODY);
        values.replaceAll((field, usual) -> value);
        return values;
    }

    /** Filling the markers is the same as rendering for the reader, char for char. */
    private static void holds(
            Renderer renderer, Edition edition, Rendering rendering, Variant variant, Map<String, String> all) {
        Map<String, String> values = new HashMap<>(all);
        values.keySet().removeAll(variant.key().absent());
        if (variant.logic().isEmpty()) {
            Variant seen = renderer.personal(edition, rendering, variant.key(), values);
            assertThat(Field.fill(variant.subject(), values::get)).isEqualTo(seen.subject());
            assertThat(variant.html().map(html -> Field.fill(html, values::get)))
                    .isEqualTo(seen.html());
            assertThat(PersonalText.fill(variant.text(), values::get)).isEqualTo(seen.text());
        }
    }

    private static Wish absent(String... fields) {
        return new Wish(Optional.empty(), List.of(), Format.HTML, Set.of(fields));
    }

    private static VariantKey key(Set<String> absent) {
        VariantKey first = VariantKeys.first(Drafts.edition());
        return new VariantKey(first.language(), first.stories(), first.format(), absent);
    }
}
