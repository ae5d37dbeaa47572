package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Masthead;
import gazette.edition.Story;
import gazette.edition.TemplateText;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.Format;
import gazette.subscriber.Wish;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which readers get the same words. */
final class VariantKeyTest {
    private static final Map<String, String> FILES = Map.of(
            "html.ftlh", "x",
            "words_fr.properties", "a=1\nb.one=2\nb.other=3\n",
            "words_en.properties", "a=1\nb.other=3\n",
            "words_de.properties", "a=1\n",
            "words_pt.properties", "a=1\nb=2\n");

    @TempDir
    private Path workspace;

    private static TemplateText template(Map<String, String> more) {
        Map<String, String> files = new HashMap<>(FILES);
        files.putAll(more);
        return new TemplateText("mine", files);
    }

    private static Edition in(String language) {
        Masthead usual = Samples.several().masthead();
        return Samples.edition(
                Locale.forLanguageTag(language),
                usual.name(),
                1,
                Optional.empty(),
                Samples.several().articles());
    }

    private static Edition about(List<List<String>> topics) {
        Edition edition = in("fr");
        return new Edition(
                edition.id(),
                edition.key(),
                edition.masthead(),
                edition.window(),
                edition.composedAt(),
                edition.template(),
                topics.stream()
                        .map(some -> new Story(edition.articles().get(0), some, List.of(), false))
                        .toList());
    }

    private static Wish language(String tag) {
        return new Wish(Optional.of(Locale.forLanguageTag(tag)), List.of(), Format.HTML, Set.of());
    }

    private static Wish topics(String... topics) {
        return new Wish(Optional.empty(), List.of(topics), Format.HTML, Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "fr, fr, fr",
        "fr, fr-FR, fr",
        "fr-FR, fr, fr-FR",
        "fr-FR, fr-BE, fr-FR",
        "fr-FR, fr-CA, fr-CA",
        "fr-CA, fr-CA, fr-CA",
        "fr, en, en",
        "fr, en-GB, en",
        "fr, en-AU, en",
        "fr, en-US, en-US",
        "en-US, en, en",
        "fr, de, de",
        "fr, de-DE, de",
        "fr, nl, fr",
        "fr, und, fr",
        "nl, fr, fr",
        "nl, nl-BE, nl",
        "nl, de, de",
        "fr, de-Latn-DE-x-any, de",
    })
    void aReaderIsSpokenToInTheirLanguageWhereTheTemplateHasWordsOfIt(String newsletter, String reader, String key) {
        Optional<VariantKey> found = Renderer.key(in(newsletter), template(Map.of()), language(reader));

        assertThat(found.orElseThrow().language().toLanguageTag()).isEqualTo(key);
    }

    @Test
    void aLanguageThatLacksAPhraseOfTheNewslettersOwnIsNotSpoken() {
        TemplateText template = template(Map.of("words_fr.properties", "a=1\nonly=2\n"));

        assertThat(Renderer.key(in("fr"), template, language("de"))
                        .orElseThrow()
                        .language())
                .isEqualTo(Locale.FRENCH);
    }

    @Test
    void aRegionWithWordsOfItsOwnCounts() {
        TemplateText template = template(Map.of("words_pt-BR.properties", "a=3\n"));

        assertThat(Renderer.key(in("fr"), template, language("pt-BR"))
                        .orElseThrow()
                        .language())
                .isEqualTo(Locale.forLanguageTag("pt-BR"));
    }

    @Test
    void whoAskedForNothingGetsTheFirstVariant() {
        Edition edition = in("fr-FR");

        VariantKey key = Renderer.key(edition, template(Map.of()), Wish.NONE).orElseThrow();

        assertThat(key).isEqualTo(new VariantKey(Locale.FRANCE, List.of(0, 1, 2), Format.HTML, Set.of()));
    }

    @Test
    void aReaderGetsTheStoriesOnTheirTopicsAndThoseOnNone() {
        Edition edition = about(List.of(List.of("Énergie", "Ville"), List.of("Sport"), List.of(), List.of("ville")));

        assertThat(stories(edition, topics("ENERGIE"))).isEqualTo(List.of(0, 2));
        assertThat(stories(edition, topics("Ville "))).isEqualTo(List.of(0, 2, 3));
        assertThat(stories(edition, topics("sport", "énergie"))).isEqualTo(List.of(0, 1, 2));
        assertThat(stories(edition, topics())).isEqualTo(List.of(0, 1, 2, 3));
        assertThat(stories(edition, topics("Jardin"))).isEqualTo(List.of(2));
    }

    private static List<Integer> stories(Edition edition, Wish wish) {
        return Renderer.key(edition, template(Map.of()), wish).orElseThrow().stories();
    }

    @Test
    void whoAskedForOtherTopicsGetsNothing() {
        Edition edition = about(List.of(List.of("Énergie"), List.of("Sport")));

        assertThat(Renderer.key(edition, template(Map.of()), topics("jardin"))).isEmpty();
    }

    @Test
    void whereTheTemplateHasNoHtmlPartNobodyNeedsAVariantWithoutOne() {
        Wish text = new Wish(Optional.empty(), List.of(), Format.TEXT, Set.of("name"));

        VariantKey usual = Renderer.key(in("fr"), template(Map.of()), text).orElseThrow();
        VariantKey plain = Renderer.key(in("fr"), new TemplateText("plain", Map.of("text.ftl", "x")), text)
                .orElseThrow();

        assertThat(usual.format()).isEqualTo(Format.TEXT);
        assertThat(usual.absent()).containsExactly("name");
        assertThat(plain.format()).isEqualTo(Format.HTML);
    }

    @Test
    void eachKeyInTheAudienceIsRenderedOnce() {
        Drafts drafts = new Drafts(workspace);
        drafts.write("html.ftlh", "<p>${edition.language} ${edition.day} ${articles?size} ${reader.name!'-'}</p>");
        drafts.write("words_en.properties", "by = By {0}\nhello = Hello {0}\n");
        Wish plain = new Wish(Optional.empty(), List.of(), Format.TEXT, Set.of());
        Wish[] wishes = {Wish.NONE, language("fr-BE"), language("en-GB"), language("en"), plain, language("nl")};

        List<Variant> variants = drafts.render(wishes).variants();

        assertThat(variants).hasSize(3);
        assertThat(variants.get(0).html().orElseThrow()).startsWith("<p>fr-FR lundi 23\u00A0novembre 2026 3 ");
        assertThat(variants.get(1).html().orElseThrow()).startsWith("<p>en Monday 23\u00A0November 2026 3 ");
        assertThat(variants.get(2).html()).isEmpty();
        assertThat(variants.get(2).key().format()).isEqualTo(Format.TEXT);
    }

    @Test
    void aVariantOfPlainTextRunsNoHtmlFile() {
        Drafts drafts = new Drafts(workspace);
        drafts.write("html.ftlh", "<p>x</p>");
        Edition edition = Drafts.edition();
        Renderer renderer = new Renderer(drafts.folder());
        var rendering = renderer.render(edition, Illustrations.AS_WRITTEN, Drafts.asking());
        var broken = new gazette.edition.Rendering(
                new TemplateText("mine", with(rendering.template().files(), "html.ftlh", "${nothing}")),
                Illustrations.AS_WRITTEN,
                Set.of(),
                rendering.variants());
        VariantKey first = rendering.first().key();

        Variant plain = renderer.variant(
                edition, broken, new VariantKey(first.language(), first.stories(), Format.TEXT, Set.of()));

        assertThat(plain.html()).isEmpty();
        assertThat(plain.inlines()).isEmpty();
        assertThat(plain.text()).isEqualTo(rendering.first().text());
    }

    private static Map<String, String> with(Map<String, String> files, String name, String text) {
        Map<String, String> more = new HashMap<>(files);
        more.put(name, text);
        return more;
    }

    @Test
    void theStoriesOfAVariantAreThoseOfItsKey() {
        Drafts drafts = new Drafts(workspace);
        drafts.write("text.ftl", "<#list articles as article>${article.title}\n</#list>");
        Edition edition = Drafts.edition();
        List<Integer> last = IntStream.of(2).boxed().toList();
        Renderer renderer = new Renderer(drafts.folder());
        var rendering = renderer.render(edition, Illustrations.AS_WRITTEN, Drafts.asking());

        Variant variant =
                renderer.variant(edition, rendering, new VariantKey(Locale.FRANCE, last, Format.HTML, Set.of()));

        assertThat(variant.text()).startsWith("Les martinets").doesNotContain("ferry");
    }
}
