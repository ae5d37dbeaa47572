package gazette.render;

import static gazette.render.EveryKind.code;
import static gazette.render.EveryKind.em;
import static gazette.render.EveryKind.embedded;
import static gazette.render.EveryKind.item;
import static gazette.render.EveryKind.link;
import static gazette.render.EveryKind.linked;
import static gazette.render.EveryKind.list;
import static gazette.render.EveryKind.plain;
import static gazette.render.EveryKind.prose;
import static gazette.render.EveryKind.strong;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList.Marker;
import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Story;
import gazette.edition.Story.Elsewhere;
import gazette.edition.Variant;
import gazette.subscriber.Readership;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Each kind of block, in both parts of a message. */
final class BlockTest {
    private static final Paragraph LEAD = new Paragraph("Un chapô.");

    private static Variant render(Edition edition) {
        return new Renderer(Path.of("templates-that-are-not-there"))
                .render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY)
                .first();
    }

    private static Variant render(Block... blocks) {
        return render(EveryKind.of(blocks));
    }

    private static Document html(Block... blocks) {
        return Jsoup.parse(render(blocks).html().orElseThrow());
    }

    /** The body of the one article, from its lead on, without the links below it. */
    private static String text(Block... blocks) {
        String text = render(blocks).text();
        return text.substring(text.indexOf("Un chapô."), text.lastIndexOf("\n---"))
                .replaceAll("(?s)\n-{72}.*", "")
                .strip();
    }

    @Test
    void emphasisStrengthAndCodeLookLikeIt() {
        Element lead = html(new Paragraph(prose(
                        plain("un "), em("peu"), plain(", "), strong("beaucoup"), plain(", "), code("a ? b : c"))))
                .select("p:has(em)")
                .first();

        assertThat(lead).isNotNull();
        assertThat(lead.text()).isEqualTo("un peu, beaucoup, a ? b : c");
        assertThat(lead.select("em").text()).isEqualTo("peu");
        assertThat(lead.select("strong").text()).isEqualTo("beaucoup");
        assertThat(lead.select("span").attr("style")).contains("monospace");
    }

    @Test
    void aLinkIsALinkInHtmlAndANumberInPlainText() {
        Paragraph paragraph = new Paragraph(prose(
                plain("Un chapô. Voir "),
                link("le rapport", "https://example.org/r?a=1&b=2"),
                plain(" et "),
                link("l'annexe", "https://example.org/annexe"),
                plain(", puis "),
                link("encore le rapport", "https://example.org/r?a=1&b=2"),
                plain(".")));

        Variant variant = render(paragraph);

        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("h2 ~ p a").eachAttr("href"))
                .containsExactly(
                        "https://example.org/r?a=1&b=2", "https://example.org/annexe", "https://example.org/r?a=1&b=2");
        assertThat(variant.text().replaceAll("\\s+", " "))
                .contains("Voir le rapport\u00A0[1] et l’annexe\u00A0[2], puis encore le rapport\u00A0[1].")
                .contains("LIENS [1] https://example.org/r?a=1&b=2 [2] https://example.org/annexe --");
    }

    @Test
    void oneLinkWithEmphasisInsideIsOneLink() {
        Optional<URI> address = Optional.of(URI.create("https://example.org/a"));
        Variant variant = render(new Paragraph(prose(
                plain("Un chapô. "),
                new Span("le ", Span.Look.PLAIN, address),
                new Span("grand", Span.Look.EMPHASIS, address),
                new Span(" rapport", Span.Look.PLAIN, address))));

        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("h2 ~ p a").eachText())
                .containsExactly("le grand rapport");
        assertThat(variant.text()).contains("le grand rapport\u00A0[1]\n");
    }

    @Test
    void wordsThatSpellTheirLinkOutNeedNoNumber() {
        Variant variant = render(new Paragraph(prose(
                plain("Un chapô. "),
                link("https://example.org/a", "https://example.org/a"),
                plain(" ou "),
                link("a@example.org", "mailto:a@example.org"))));

        assertThat(variant.text())
                .contains("https://example.org/a ou a@example.org\n")
                .doesNotContain("[1]", "LIENS");
        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("h2 ~ p a")).hasSize(2);
    }

    @Test
    void aLinkToAnythingButAPageOrAMailboxIsWordsAlone() {
        Variant variant = render(new Paragraph(prose(
                plain("Un chapô. "),
                link("un", "javascript:alert(1)"),
                link("deux", "data:text/html,x"),
                link("trois", "file:///etc/passwd"),
                link("quatre", "relatif"))));

        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("h2 ~ p a")).isEmpty();
        assertThat(variant.text()).contains("Un chapô. undeuxtroisquatre\n");
    }

    @Test
    void aListIsAListInsideAList() {
        Document mail = html(
                LEAD,
                list(
                        Marker.NUMBER,
                        item(0, "un"),
                        item(1, "un bis"),
                        item(2, "un ter"),
                        item(0, "deux"),
                        item(1, "deux bis")));

        assertThat(mail.select("td > ol > li")).hasSize(2);
        assertThat(mail.select("td > ol > li > ol > li")).hasSize(2);
        assertThat(mail.select("ol ol ol li").eachText()).containsExactly("un ter");
        assertThat(mail.select("ol, li")).allMatch(each -> each.attr("style").contains("margin:"));
        assertThat(html(LEAD, list(Marker.BULLET, item(0, "un"))).select("td > ul > li"))
                .hasSize(1);
    }

    @Test
    void inPlainTextItemsHaveTheirMarksAndTheirLinesStandBelowTheirWords() {
        String text = text(
                LEAD,
                list(Marker.NUMBER, item(0, "mot ".repeat(20)), item(1, "dedans"), item(1, "encore"), item(0, "deux")),
                list(Marker.BULLET, item(0, "un"), item(1, "mot ".repeat(20))));

        assertThat(text.lines())
                .contains("1. mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot")
                .contains("   mot mot mot", "   1. dedans", "   2. encore", "2. deux", "- un")
                .contains("  - mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot", "    mot mot mot");
    }

    @Test
    void anItemThatSkipsADepthHangsBelowTheOneBeforeIt() {
        Document mail = html(LEAD, list(Marker.BULLET, item(3, "un"), item(9, "deux"), item(-1, "trois")));

        assertThat(mail.select("td > ul > li")).hasSize(2);
        assertThat(mail.select("ul ul li").eachText()).containsExactly("deux");
    }

    @Test
    void aListOfAThousandDepthsIsDrawnFlat() {
        gazette.article.ItemList.Item[] items = new gazette.article.ItemList.Item[1_000];
        java.util.Arrays.setAll(items, i -> item(i, "mot " + i));

        Variant variant = render(LEAD, list(Marker.BULLET, items));

        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("li")).hasSize(1_000);
        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("ul ul ul ul ul"))
                .isEmpty();
        assertThat(variant.text().lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void aQuotationIsSetApart() {
        Quotation quotation = new Quotation(List.of(
                prose(plain("Rien ne "), em("presse"), plain(" ! ")),
                Prose.of("Ni les trains, ni les heures, ni les gens qui attendent sur le quai de la gare.")));

        Document mail = html(LEAD, quotation);

        assertThat(mail.select("blockquote p").eachText())
                .containsExactly(
                        "Rien ne presse\u202F!",
                        "Ni les trains, ni les heures, ni les gens qui attendent sur le quai de la gare.");
        assertThat(mail.select("blockquote").attr("style")).contains("border-left");
        assertThat(text(LEAD, quotation))
                .endsWith(
                        "> Rien ne presse\u00A0!\n>\n> Ni les trains, ni les heures, ni les gens qui attendent sur le quai de"
                                + "\n> la gare.");
    }

    @Test
    void aPictureOfTheTextGoesInsideTheMessage() {
        Variant variant = render(LEAD, new Figure(embedded("Un carré : vert"), "Le carré : vu d'en haut"));
        Document mail = Jsoup.parse(variant.html().orElseThrow());

        assertThat(variant.inlines()).hasSize(1);
        Element image = mail.select("img").first();
        assertThat(image).isNotNull();
        assertThat(image.attr("src"))
                .isEqualTo("cid:" + variant.inlines().get(0).contentId());
        assertThat(image.attr("alt")).isEqualTo("Un carré\u00A0: vert");
        assertThat(image.attr("width") + "x" + image.attr("height")).isEqualTo("8x8");
        assertThat(mail.select("img + p, p:has(img) + p").text()).isEqualTo("Le carré : vu d’en haut");
        assertThat(variant.text()).contains("\n[Image\u00A0: Un carré\u00A0: vert]\nLe carré\u00A0: vu d’en haut\n");
    }

    @Test
    void aPictureOnTheWebIsShownFromThere() {
        LinkedPicture wide = new LinkedPicture(
                URI.create("https://example.org/a.jpg?l=1&h=2"), "Large", Optional.of(new Size(1072, 604)));
        LinkedPicture flat =
                new LinkedPicture(URI.create("http://example.org/b.png"), "Plate", Optional.of(new Size(300, 1)));

        Document mail = html(LEAD, new Figure(wide, ""), new Figure(flat, ""));

        assertThat(mail.select("img").eachAttr("src"))
                .containsExactly("https://example.org/a.jpg?l=1&h=2", "http://example.org/b.png");
        assertThat(mail.select("img").eachAttr("width")).containsExactly("536", "300");
        assertThat(mail.select("img").eachAttr("height")).containsExactly("302", "1");
        assertThat(render(LEAD, new Figure(wide, "")).inlines()).isEmpty();
    }

    @Test
    void aPictureWithoutASizeIsAsWideAsTheText() {
        Element image = html(LEAD, new Figure(linked("https://example.org/a.jpg", "Large"), ""))
                .select("img")
                .first();

        assertThat(image).isNotNull();
        assertThat(image.attr("width")).isEqualTo("536");
        assertThat(image.hasAttr("height")).isFalse();
        assertThat(image.attr("style")).contains("width:100%", "height:auto");
    }

    @Test
    void aPictureFromElsewhereThanTheWebIsNotShownButItsCaptionIs() {
        Document mail = html(LEAD, new Figure(linked("data:image/png;base64,AAAA", "Rien"), "La légende"));

        assertThat(mail.select("img")).isEmpty();
        assertThat(mail.select("td").eachText()).anyMatch(cell -> cell.endsWith("Un chapô. La légende"));
    }

    @Test
    void theMainPictureMayStayOnTheWeb() {
        Picture picture = linked("https://example.org/une.jpg", "La une");
        Variant variant = render(
                EveryKind.edition(Story.of(Samples.brief("Titre", "Un chapô.").with(picture))));

        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("img").eachAttr("src"))
                .containsExactly("https://example.org/une.jpg");
        assertThat(variant.text()).contains("[Image\u00A0: La une]");
    }

    @Test
    void linesWhoseBlanksMeanSomethingKeepThem() {
        Preformatted table = new Preformatted("if (a ? b : c) {\n\tx  =  1;\n\n\n}");

        Element code = html(LEAD, table).select("p[style*=monospace]").first();

        assertThat(code).isNotNull();
        assertThat(code.attr("style")).contains("monospace", "word-break");
        assertThat(code.html().replace("\n", "").replace("&nbsp;", "~"))
                .isEqualTo("if (a ? b : c) {<br>~~~~x~ =~ 1;<br><br><br>}");
        assertThat(text(LEAD, table)).endsWith("    if (a ? b : c) {\n        x  =  1;\n\n    }");
    }

    @Test
    void aLineThatNoScreenHoldsIsFolded() {
        String text = text(LEAD, new Preformatted("0123456789".repeat(20)));

        assertThat(text.lines().skip(2))
                .hasSize(3)
                .allMatch(line -> line.startsWith("    0") || line.startsWith("    8") || line.startsWith("    6"))
                .allMatch(line -> line.length() <= 72);
    }

    @Test
    void theFirstParagraphIsTheLeadWhereverItStands() {
        Document mail = html(
                new Figure(embedded("Un carré"), ""),
                new Intertitle("Avant"),
                list(Marker.BULLET, item(0, "un")),
                new Paragraph("Le chapô."),
                new Paragraph("La suite."));

        assertThat(mail.select("p[style*=1.12em]").eachText()).containsExactly("Le chapô.");
        assertThat(mail.select("p[style*=1.12em] ~ p").eachText()).containsExactly("La suite.");
    }

    @Test
    void whoElseTellsTheStoryIsNamed() {
        Story story = new Story(
                Samples.brief("Titre", "Un chapô."),
                List.of(),
                List.of(
                        new Elsewhere(
                                "Le Relais : l'édition du soir",
                                Optional.of(URI.create("https://relais.example.org/1"))),
                        new Elsewhere("Radio <Exemple>", Optional.of(URI.create("javascript:x"))),
                        new Elsewhere("Le Fil", Optional.of(URI.create("https://fil.example.org/2")))),
                false);

        Variant variant = render(EveryKind.edition(story));
        Element also = Jsoup.parse(variant.html().orElseThrow())
                .select("p:contains(Aussi chez)")
                .first();

        assertThat(also).isNotNull();
        assertThat(also.text()).isEqualTo("Aussi chez Le Relais : l’édition du soir, Radio <Exemple>, Le Fil");
        assertThat(also.select("a").eachAttr("href"))
                .containsExactly("https://relais.example.org/1", "https://fil.example.org/2");
        assertThat(also.select("a")).allMatch(a -> a.attr("aria-label").startsWith(a.text()));
        assertThat(variant.text().replaceAll("\\s+", " "))
                .contains("Aussi chez Le Relais : l’édition du soir\u00A0[1], Radio <Exemple>, Le Fil\u00A0[2]")
                .contains("[1] https://relais.example.org/1 [2] https://fil.example.org/2");
    }

    @Test
    void anUpdateSaysThatItIsOne() {
        Story story = new Story(Samples.brief("Titre", "Un chapô."), List.of(), List.of(), true);

        Variant variant = render(EveryKind.edition(story));

        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("h2 + p").text())
                .startsWith("Mise à jour · 22 novembre");
        assertThat(variant.html().orElseThrow())
                .as("no line begins with the dot")
                .contains("</b>&nbsp;· 22\u00A0novembre");
        assertThat(variant.text()).contains("TITRE\nMise à jour\n22\u00A0novembre");
    }

    @Test
    void anEnglishStorySaysItInEnglish() {
        Story story = new Story(
                Samples.article(Locale.UK, Optional.of("Title"), List.of(LEAD), "", List.of()),
                List.of(),
                List.of(new Elsewhere("The Relay", Optional.empty())),
                true);

        assertThat(render(EveryKind.edition(story)).text()).contains("TITLE\nUpdated\n", "\nAlso at The Relay\n");
    }

    @Test
    void theTopicsAreThoseThatTheNewsletterGives() {
        Story story = new Story(Samples.brief("Titre", "Un chapô."), List.of("Énergie"), List.of(), false);

        assertThat(Jsoup.parse(render(EveryKind.edition(story)).html().orElseThrow())
                        .select("p:has(+ h2)")
                        .text())
                .isEqualTo("Énergie");
    }

    @Test
    void whatLooksLikeMarkupInAnyBlockStaysWords() {
        String sly = "<b>x</b> \"><img src=x> ${1+1} " + Samples.marker("name");
        Variant variant = render(
                new Paragraph(prose(
                        em(sly),
                        strong(sly),
                        code(sly),
                        link(sly, "https://example.org/\"><b>".replaceAll("[\"<>]", "%22")))),
                list(Marker.BULLET, item(0, sly)),
                new Quotation(List.of(Prose.of(sly))),
                new Preformatted(sly),
                new Figure(linked("https://example.org/a.png", sly), sly));

        Document mail = Jsoup.parse(variant.html().orElseThrow());
        assertThat(mail.select("td b:containsOwn(x)")).isEmpty();
        assertThat(mail.select("img")).hasSize(1);
        assertThat(variant.html().orElseThrow() + variant.text()).doesNotContain(Samples.marker("name"));
    }
}
