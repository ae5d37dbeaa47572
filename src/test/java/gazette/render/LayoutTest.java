package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.Article;
import gazette.article.Figure;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.edition.Edition;
import gazette.edition.Form;
import gazette.edition.Illustrations;
import gazette.edition.Illustrations.Shown;
import gazette.edition.Masthead;
import gazette.edition.Note;
import gazette.edition.Story;
import gazette.edition.Style;
import gazette.edition.Style.FooterLine;
import gazette.edition.Variant;
import gazette.subscriber.Readership;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Sections, forms, the note, the logo and the foot, in both parts. */
final class LayoutTest {
    private static final Newsroom NEWSROOM = Newsroom.of(Locale.FRANCE);

    private static Variant render(Edition edition) {
        return render(edition, Illustrations.AS_WRITTEN);
    }

    private static Variant render(Edition edition, Illustrations pictures) {
        return new Renderer(Path.of("not-there"))
                .render(edition, pictures, Readership.NOBODY)
                .first();
    }

    private static Document html(Edition edition) {
        return Jsoup.parse(render(edition).html().orElseThrow());
    }

    private static Story placed(Article article, String section, Form form) {
        return new Story(article, List.of("Nature"), List.of(), false, section, form);
    }

    private static Edition noted(Note note) {
        Edition plain = NEWSROOM.three();
        return Newsroom.with(plain, plain.masthead(), Optional.of(note));
    }

    private static Edition styled(Style style) {
        Edition plain = NEWSROOM.three();
        Masthead m = plain.masthead();
        return Newsroom.with(
                plain,
                new Masthead(
                        m.newsletter(),
                        m.name(),
                        m.from(),
                        m.replyTo(),
                        m.language(),
                        m.zone(),
                        m.postalAddress(),
                        m.web(),
                        style),
                Optional.empty());
    }

    @Test
    void sectionsStandAboveTheirStoriesAndTheLeadAboveAll() {
        Variant variant = render(NEWSROOM.laidOut());
        Document mail = Jsoup.parse(variant.html().orElseThrow());

        assertThat(mail.select("h2").eachText())
                .containsExactly(
                        "Le mot de la rédaction",
                        "La ville éteint ses vitrines : « une première » qui fait école",
                        "Transports",
                        "Nature",
                        "Autres nouvelles",
                        "En bref");
        assertThat(mail.select("h3").eachText())
                .contains("Le dernier bac du fleuve passe à l’électrique", "Un calendrier en trois temps");
        assertThat(mail.select("h4").eachText())
                .containsExactly("Un calendrier en trois temps", "Et la sécurité\u202F?");
        assertThat(variant.text())
                .contains(
                        "=\n\nTRANSPORTS\n\nLE DERNIER BAC", "=\n\nAUTRES NOUVELLES\n\n", "=\n\nEN BREF\n\n- La ville");
    }

    @Test
    void aStoryInShortHasItsLeadAndTheWayToTheRest() {
        Edition edition = NEWSROOM.edition(
                Story.of(NEWSROOM.article(0)), placed(NEWSROOM.article(1).with(Newsroom.linked()), "", Form.SHORT));
        Variant variant = render(edition);
        Document mail = Jsoup.parse(variant.html().orElseThrow());
        Element button = mail.select("td > a").first();

        assertThat(button).isNotNull();
        assertThat(button.text()).isEqualTo("Lire l’article");
        assertThat(button.attr("aria-label"))
                .isEqualTo("Lire l’article\u00A0: Le dernier bac du fleuve passe à l’électrique");
        assertThat(button.attr("href")).isEqualTo("https://journal.example.org/fr/a?n=1&ref=l");
        assertThat(mail.text()).contains("Il traverse en quatre minutes").doesNotContain("Le passeur s’y est fait");
        assertThat(mail.select("img")).hasSize(1);
        assertThat(mail.select("h3").eachText()).doesNotContain("Un prix inchangé");
        assertThat(variant.text()).contains("Lire l’article\u00A0[2]").doesNotContain("Le passeur");
    }

    @Test
    void whatAShortStoryLeavesOutHasNoNumberAmongTheLinks() {
        Article article = Samples.article(
                Locale.FRANCE,
                Optional.of("Un titre"),
                List.of(
                        new Paragraph("Un chapô."),
                        new Paragraph(EveryKind.prose(EveryKind.link("la suite", "https://example.org/suite")))),
                "",
                List.of());

        String text = render(NEWSROOM.edition(placed(article, "", Form.SHORT))).text();

        assertThat(text).contains("Un chapô.").doesNotContain("https://example.org/suite", "LIENS");
    }

    @Test
    void briefStoriesAreAListOfTitles() {
        Document mail = html(NEWSROOM.laidOut());

        assertThat(mail.select("h2:contains(En bref) + ul > li")).hasSize(3);
        assertThat(mail.select("h2:contains(En bref) + ul > li a").eachAttr("href"))
                .containsExactly(
                        "https://journal.example.org/fr/a?n=0&ref=l",
                        "https://journal.example.org/fr/a?n=1&ref=l",
                        "https://journal.example.org/fr/a?n=5&ref=l");
        assertThat(mail.expectFirst("ol").select("li")).hasSize(5);
    }

    @Test
    void whereAllStoriesAreBriefTheFirstIsShort() {
        Variant variant = render(NEWSROOM.edition(
                placed(NEWSROOM.article(0), "", Form.BRIEF), placed(NEWSROOM.article(1), "", Form.BRIEF)));
        Document mail = Jsoup.parse(variant.html().orElseThrow());

        assertThat(variant.subject()).startsWith("La ville éteint");
        assertThat(mail.select("h2").eachText())
                .containsExactly("La ville éteint ses vitrines : « une première » qui fait école", "En bref");
        assertThat(mail.text()).contains("Depuis lundi, les commerces");
    }

    @Test
    void aTopicThatIsTheSectionIsNotSaidTwice() {
        Document mail = html(NEWSROOM.edition(placed(NEWSROOM.article(0), "Nature", Form.LONG)));

        assertThat(mail.select("h2").eachText()).containsExactly("Nature");
        assertThat(mail.select("p:containsOwn(Nature)")).isEmpty();
    }

    @Test
    void readersLearnHowLongAStoryTakes() {
        assertThat(html(NEWSROOM.laidOut()).text())
                .contains("3 minutes de lecture")
                .doesNotContain("1 minute de");
        assertThat(render(Newsroom.of(Locale.GERMANY).laidOut()).text()).contains("3\u00A0Minuten Lesezeit");
    }

    @Test
    void aStoryWithoutAHeadlineBeginsWithItsFirstSentence() {
        Variant variant = render(NEWSROOM.edition(Story.of(NEWSROOM.article(2))));
        Document mail = Jsoup.parse(variant.html().orElseThrow());
        String sentence = "Les martinets, que l’on croyait déjà au sud du Sahara, ne sont pas partis avec l’été.";

        assertThat(mail.select("h2").text()).isEqualTo(sentence);
        assertThat(mail.select("h2 ~ p").eachText())
                .contains("Une colonie d’une trentaine d’oiseaux tourne encore au-dessus des arènes.");
        assertThat(mail.select("[role=article]").text()).containsOnlyOnce("Les martinets");
        assertThat(variant.text())
                .containsOnlyOnce("Une colonie d’une trentaine")
                .doesNotContain("Les martinets");
        assertThat(variant.subject()).isEqualTo("Les martinets, que l’on croyait déjà au sud du Sahara, ne sont pas…");
    }

    @Test
    void theEditorsNoteStandsAboveAllStories() {
        Note note = new Note(
                "Pourquoi « la nuit » ?",
                "la rédaction",
                List.of(
                        new Paragraph(EveryKind.prose(
                                EveryKind.plain("Écrivez à "),
                                EveryKind.link("la rédaction", "https://journal.example.org/ecrire"))),
                        new Figure(Newsroom.wide(), "")),
                Optional.of("Un sujet qui dépasse les soixante-dix caractères, parce que la rédaction l'a voulu ainsi"),
                Optional.of("Ce que l'on voit à côté"));
        Variant variant = render(noted(note));
        Document mail = Jsoup.parse(variant.html().orElseThrow());

        assertThat(variant.subject())
                .isEqualTo("Un sujet qui dépasse les soixante-dix caractères, parce que la rédaction l’a voulu ainsi");
        assertThat(mail.body().child(0).text()).isEqualTo("Ce que l’on voit à côté");
        assertThat(mail.expectFirst("h2").text()).isEqualTo("Pourquoi « la nuit »\u202F?");
        assertThat(variant.inlines()).hasSize(1);
        assertThat(variant.text().replaceAll("\\s+", " "))
                .contains("POURQUOI «\u00A0LA NUIT\u00A0»\u00A0? Écrivez à la rédaction\u00A0[1]")
                .contains("[1] https://journal.example.org/ecrire [2]");
    }

    @Test
    void aNoteForItsSubjectAloneIsNotShown() {
        Document mail = html(noted(new Note("", "", List.of(), Optional.of("Un sujet"), Optional.empty())));

        assertThat(mail.title()).isEqualTo("Un sujet");
        assertThat(mail.body().child(0).text()).startsWith("La ville éteint");
        assertThat(mail.text()).doesNotContain("Le mot de la rédaction");
    }

    @Test
    void aLogoTakesThePlaceOfTheNameAndIsReadableInTheDark() {
        Variant variant = render(NEWSROOM.dressed());
        Document mail = Jsoup.parse(variant.html().orElseThrow());
        Element logo = mail.select("h1 > img").first();

        assertThat(logo).isNotNull();
        assertThat(logo.attr("alt")).isEqualTo("La Gazette");
        assertThat(logo.attr("width") + "x" + logo.attr("height")).isEqualTo("240x60");
        assertThat(logo.attr("style"))
                .contains("border:0;background-color:#fcfbf9;background:linear-gradient(#fcfbf9,#fcfbf9)");
        assertThat(logo.className()).isEqualTo("logo");
        assertThat(mail.select("style").get(1).data()).contains(".logo{border:6px solid #fcfbf9 !important}");
        assertThat(variant.inlines()).hasSize(2);
        assertThat(mail.select("h1")).hasSize(1);
    }

    @Test
    void aLogoThatCannotBeShownLeavesTheName() {
        Picture logo = Newsroom.logo();
        Illustrations without =
                new Illustrations(Map.of(Illustrations.key(logo), new Shown(Optional.empty(), "it is broken")));

        Document mail = Jsoup.parse(render(NEWSROOM.dressed(), without).html().orElseThrow());

        assertThat(mail.select("h1").text()).isEqualTo("La Gazette");
    }

    @Test
    void aPictureThatIsLeftOutVanishesAndItsCaptionStays() {
        Picture picture = Newsroom.wide();
        Edition edition = EveryKind.of(new Paragraph("Un chapô."), new Figure(picture, "La légende : d'en haut"));
        Illustrations without =
                new Illustrations(Map.of(Illustrations.key(picture), new Shown(Optional.empty(), "it is broken")));

        Variant variant = render(edition, without);

        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("img")).isEmpty();
        assertThat(variant.inlines()).isEmpty();
        assertThat(variant.html().orElseThrow()).contains("La légende\u00A0: d’en haut");
        assertThat(variant.text()).contains("La légende\u00A0: d’en haut").doesNotContain("[Image");
    }

    @Test
    void aPictureWithoutWordsTakesThoseOfItsCaption() {
        Variant variant = render(EveryKind.of(
                new Paragraph("Un chapô."),
                new Figure(EveryKind.linked("https://example.org/a.jpg", ""), "La légende")));

        assertThat(Jsoup.parse(variant.html().orElseThrow()).select("img").attr("alt"))
                .isEqualTo("La légende");
        assertThat(variant.text()).containsOnlyOnce("La légende");
    }

    @Test
    void theNewslettersColoursAndFontsGoEverywhere() {
        String html = render(NEWSROOM.dressed()).html().orElseThrow();

        assertThat(html)
                .contains("border-top:5px solid #1d4f7a", "color:#8fc1ec !important")
                .contains("font-family:Palatino,&#39;Book Antiqua&#39;,serif")
                .doesNotContain("#8f1418", "Georgia");
    }

    @Test
    void aColourThatTheTemplateLacksNamesThoseThatItHas() {
        assertThatThrownBy(() ->
                        render(styled(new Style(Map.of("acent", "#112233"), Map.of(), Optional.empty(), List.of()))))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("a colour 'acent'")
                .hasMessageContaining("take one of accent, dark-accent, dark-ink")
                .hasMessageNotContaining("serif");
    }

    @Test
    void aFontThatWouldEndItsRuleIsRefused() {
        assertThatThrownBy(() -> render(
                        styled(new Style(Map.of(), Map.of("serif", "x;}</style>"), Optional.empty(), List.of()))))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("leave out ; { } < >");
    }

    @Test
    void theFootHasTheNewslettersOwnLines() {
        Variant variant = render(styled(new Style(
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of(
                        new FooterLine("Mentions légales : tout", Optional.of(URI.create("https://example.org/legal"))),
                        new FooterLine("Écrire", Optional.of(URI.create("mailto:lettre@example.org"))),
                        new FooterLine("Piège", Optional.of(URI.create("javascript:alert(1)")))))));
        Document mail = Jsoup.parse(variant.html().orElseThrow());

        assertThat(mail.select("a[href=https://example.org/legal]").text()).isEqualTo("Mentions légales : tout");
        assertThat(mail.select("a[href=mailto:lettre@example.org]").text()).isEqualTo("Écrire");
        assertThat(mail.html()).contains("Piège").doesNotContain("javascript");
        assertThat(variant.text())
                .contains(
                        "Mentions légales\u00A0: tout\nhttps://example.org/legal\nÉcrire\nlettre@example.org\nPiège\n");
    }

    @Test
    void aPictureThatATemplateDoesNotShowIsNotSent() {
        assertThat(render(Newsroom.by("brief", NEWSROOM.one())).inlines()).isEmpty();
        assertThat(render(Newsroom.by("plain", NEWSROOM.one())).inlines()).isEmpty();
        assertThat(render(Newsroom.by("single", NEWSROOM.one())).inlines()).hasSize(1);
    }

    @Test
    void aListOfTitlesPrintsAllOfAStoryThatCanBeReadNowhereElse() {
        String lead = "Un chapô qui ne tient pas sur une ligne, ".repeat(10) + "et qui finit ici.";
        Edition edition = Newsroom.by("brief", NEWSROOM.edition(Story.of(Samples.brief("Un titre", lead))));

        Variant variant = render(edition);

        assertThat(variant.html().orElseThrow()).contains("et qui finit ici.");
        assertThat(variant.text().replace("\n  ", " ")).contains("et qui finit ici.");
        assertThat(html(Newsroom.by("brief", NEWSROOM.one())).text()).contains("habitants…");
    }
}
