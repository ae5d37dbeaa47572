package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Inline;
import gazette.edition.Variant;
import gazette.subscriber.Readership;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The built-in template. {@code -Dgolden=write} writes the golden files anew; the diff is the review. */
final class DigestTemplateTest {
    private static final Path GOLDEN = Path.of("src/test/resources/gazette/render/golden");
    private static final Pattern EMPHATIC = Pattern.compile("[A-Z]{2}.*");

    private static Variant render(Edition edition) {
        List<Variant> variants = new Renderer(Path.of("templates-that-are-not-there"))
                .render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY)
                .variants();
        assertThat(variants).hasSize(1);
        return variants.get(0);
    }

    private static Document document(Edition edition) {
        return Jsoup.parse(render(edition).html().orElseThrow());
    }

    private static String readable(String rendered) {
        return rendered.replaceAll(Field.BEGIN + "[a-z]:", "⟦").replace(Field.END, '⟧');
    }

    private static void compare(String file, String rendered) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, readable(rendered), StandardCharsets.UTF_8);
        }
        assertThat(readable(rendered)).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    private static void compareAll(String name, Variant variant) throws IOException {
        compare(name + ".html", variant.html().orElseThrow());
        compare(name + ".txt", variant.text());
        compare(name + ".subject", variant.subject());
    }

    @Test
    void aFrenchEditionIsRenderedAsInTheGoldenFiles() throws IOException {
        compareAll("several-fr", render(Samples.several()));
    }

    @Test
    void aFirstEnglishEditionIsRenderedAsInTheGoldenFiles() throws IOException {
        compareAll("first-en", render(Samples.first()));
    }

    @Test
    void anEditionWithEveryKindOfBlockIsRenderedAsInTheGoldenFiles() throws IOException {
        compareAll("every-kind-fr", render(EveryKind.edition()));
    }

    @Test
    void theLetterSaysWhatItIsAndInWhichLanguage() {
        Document mail = document(Samples.several());
        Element letter = mail.select("[role=article]").first();

        assertThat(mail.select("html").attr("lang")).isEqualTo("fr-FR");
        assertThat(letter).isNotNull();
        assertThat(letter.attr("lang")).isEqualTo("fr-FR");
        assertThat(letter.attr("dir")).isEqualTo("ltr");
        assertThat(letter.attr("aria-roledescription")).isEqualTo("lettre d’information");
        assertThat(letter.attr("aria-label")).isEqualTo("La Gazette, n°\u00A0128, lundi 23\u00A0novembre 2026");
    }

    @Test
    void anArticleInAnotherLanguageIsMarkedAndNotSpacedAsFrench() {
        Document mail = document(Samples.several());

        assertThat(mail.select("td[lang]").eachAttr("lang")).containsExactly("en-GB");
        assertThat(mail.select("td[lang] h2").text()).contains("back: slower");
        assertThat(mail.select("td[lang] p").text()).contains("By the newsroom", "six; nobody");
        assertThat(mail.select("li[lang]").text()).startsWith("The night ferry");
    }

    @Test
    void anInboxShowsALineOfItsOwnBesideTheSubject() {
        Document mail = document(Samples.several());
        Element preheader = mail.body().child(0);
        Element filler = mail.body().child(1);

        assertThat(preheader.attr("style")).contains("display:none");
        assertThat(preheader.text()).hasSizeBetween(40, 130).startsWith("Depuis lundi");
        assertThat(filler.attr("aria-hidden")).isEqualTo("true");
        assertThat(filler.text().codePoints().filter(c -> c == 0x34F)).hasSize(80);
    }

    @Test
    void aPictureGoesInsideTheMessageWithItsSizeAndItsWords() {
        Variant variant = render(Samples.several());
        Inline inline = variant.inlines().get(0);
        Element image = Jsoup.parse(variant.html().orElseThrow()).select("img").first();

        assertThat(variant.inlines()).hasSize(1);
        assertThat(inline.contentId()).matches("[0-9a-f]{24}@example\\.org");
        assertThat(image).isNotNull();
        assertThat(image.attr("src")).isEqualTo("cid:" + inline.contentId());
        assertThat(image.attr("width")).isEqualTo("536");
        assertThat(image.attr("height")).isEqualTo("302");
        assertThat(image.attr("alt")).isEqualTo("Une rue du centre, la nuit\u00A0: les vitrines sont éteintes");
    }

    @Test
    void anArticleFromAScriptIsNoLink() {
        gazette.article.Article article = Samples.brief("Titre", "Texte.");
        gazette.article.Article script = new gazette.article.Article(
                article.origin(),
                article.language(),
                article.headline(),
                "",
                article.blocks(),
                article.published(),
                "",
                List.of(),
                Optional.of(java.net.URI.create("javascript:alert(1)")),
                Optional.empty(),
                List.of(),
                List.of());

        Variant variant = render(Samples.edition(Locale.FRANCE, "La Gazette", 2, Optional.empty(), List.of(script)));

        assertThat(variant.html().orElseThrow() + variant.text()).doesNotContain("javascript:");
    }

    @Test
    void theFootSaysWhyOneReadsThisAndHowToLeave() {
        String html = render(Samples.several()).html().orElseThrow();

        assertThat(html)
                .contains("à l’adresse " + Samples.htmlMarker("address") + ". " + Samples.htmlMarker("since"))
                .contains("href=\"" + Samples.htmlMarker("unsubscribe") + "\"")
                .contains("Se désabonner en un clic", "1 rue de l’Exemple, 75002 Paris");
    }

    @Test
    void inPlainTextLinesFitAndFieldsStandAlone() {
        String text = render(Samples.several()).text();

        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 78);
        assertThat(text.lines())
                .contains(
                        Samples.marker("address"),
                        Samples.marker("since"),
                        Samples.marker("unsubscribe"),
                        "-".repeat(72));
        assertThat(text.lines().filter(line -> EMPHATIC.matcher(line).matches()))
                .contains("LA VILLE ÉTEINT SES VITRINES\u00A0: «\u00A0UNE PREMIÈRE\u00A0» QUI FAIT ÉCOLE");
        assertThat(text).contains("\n## Et la sécurité\u00A0?\n").doesNotContain("\u202F", "&nbsp;", "\r", "\n\n\n");
        assertThat(text).endsWith("Pour vous désabonner en un clic\u00A0:\n" + Samples.marker("unsubscribe") + "\n");
    }

    @Test
    void bothPartsCarryEveryWordOfEveryArticle() {
        Edition edition = Samples.several();
        Variant variant = render(edition);
        String html = Jsoup.parse(variant.html().orElseThrow()).text().replaceAll("[\\s\\h]+", "");
        String text = variant.text().replaceAll("[\\s\\h]+", "");

        edition.articles()
                .forEach(article -> article.blocks().forEach(block -> {
                    String words =
                            Typography.set(block.text(), article.language()).replaceAll("[\\s\\h]+", "");
                    assertThat(html).contains(words);
                    assertThat(text).contains(words);
                }));
    }

    @Test
    void aTitleWithALineBreakGivesASubjectOnOneLine() {
        String title = "Un titre\r\nBcc: intrus@example.org\u0085\u2028\0 fin";

        String subject = render(Samples.edition(
                        Locale.FRANCE, "La Gazette", 2, Optional.empty(), List.of(Samples.brief(title, "Texte."))))
                .subject();

        assertThat(subject).isEqualTo("Un titre Bcc\u00A0: intrus@example.org fin");
    }

    @Test
    void whatLooksLikeATemplateOrAFieldInAnArticleStaysText() {
        String text = "Écrire ${1+1}, <#list 1..9 as x>, [=2], <b>gras</b> & " + Samples.marker("name");

        Variant variant = render(Samples.edition(
                Locale.UK,
                "The Gazette",
                2,
                Optional.empty(),
                List.of(Samples.article(
                        Locale.UK,
                        Optional.of(text),
                        List.of(new gazette.article.Paragraph(text)),
                        text,
                        List.of(text)))));

        String shown = "Écrire ${1+1}, <#list 1..9 as x>, [=2], <b>gras</b> & t:name";
        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("h2").text())
                .isEqualTo(shown);
        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("b")).hasSize(1);
        assertThat(variant.subject()).isEqualTo(shown);
        assertThat(variant.text().replaceAll("\\s+", " ")).contains("By " + shown, "Source: " + shown);
    }

    @Test
    void halfACharacterBecomesAReplacementCharacter() {
        Variant variant = render(Samples.edition(
                Locale.FRANCE, "La Gazette", 2, Optional.empty(), List.of(Samples.brief("Titre", "a\uD83D b\u0007c"))));

        assertThat(variant.text()).contains("a\uFFFD b c");
    }
}
