package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.check.Finding.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContrastRulesTest {
    private static final ContrastRules RULES = new ContrastRules();

    @Test
    void aPaleTextIsAnErrorAtItsLineWithAColourThatWouldDo() {
        Specimen mail = HtmlMail.of("<body style=\"background-color:#fcfbf9\">\n<p style=\"color:#222222\">ink</p>\n"
                + "<p style=\"color:#999999\">pale words</p></body>");

        List<Finding> findings = low(mail, Level.ERROR);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).place().english()).isEqualTo("HTML part, line 3");
        assertThat(findings.get(0).what().english())
                .contains("«pale words»", "light", "#999999 on #fcfbf9 is 2.75 to 1");
        assertThat(findings.get(0).remedy().english()).matches("give the text #7[0-9a-f]{5} \\(4\\.[5-9]\\d to 1\\)");
    }

    @Test
    void theGroundIsThatOfTheNearestElementThatHasOne() {
        Specimen mail = HtmlMail.of(
                "<body bgcolor=\"#ffffff\"><table bgcolor=\"#222222\"><tr><td style=\"background:#333 url(a.png)\">"
                        + "<p style=\"color:#eeeeee\"><b>light on dark</b></p></td></tr></table></body>");

        assertThat(low(mail, Level.ERROR)).isEmpty();
        assertThat(lowest(mail, Appearance.LIGHT).ground()).hasToString("#333333");
    }

    @Test
    void largeTypeMayBePaler() {
        String pale = "color:#8a8a8a;background-color:#ffffff";

        assertThat(low(HtmlMail.of("<p style=\"font-size:24px;" + pale + "\">a</p>"), Level.ERROR))
                .isEmpty();
        assertThat(low(HtmlMail.of("<h2 style=\"font-size:19px;" + pale + "\">a</h2>"), Level.ERROR))
                .isEmpty();
        assertThat(low(HtmlMail.of("<p style=\"font-size:19px;" + pale + "\">a</p>"), Level.ERROR))
                .hasSize(1);
        assertThat(low(HtmlMail.of("<p style=\"font-size:1.1em;" + pale + "\">a</p>"), Level.ERROR))
                .hasSize(1);
    }

    @Test
    void rulesForDarkScreensCountInTheDarkAlone() {
        Specimen mail = HtmlMail.of("""
                <html><head><meta name="color-scheme" content="light dark"><style>
                @media (prefers-color-scheme: dark) {
                  .page { background-color: #1c1916 !important }
                  .ink { color: #2a2a2a !important }
                }
                </style></head>
                <body class="page" style="background-color:#fcfbf9"><p class="ink" style="color:#221e19">a</p></body></html>
                """);

        List<Finding> findings = low(mail, Level.ERROR);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).what().english()).contains("dark: #2a2a2a on #1c1916");
        assertThat(lowest(mail, Appearance.LIGHT).ratio()).isGreaterThan(15);
    }

    @Test
    void aDarkRuleWithoutImportantLosesToTheElementsOwnStyle() {
        Specimen mail = HtmlMail.of("<html><head><style>@media (prefers-color-scheme: dark){.ink{color:#2a2a2a}}"
                + ".page{}</style></head><body><p class=\"ink\" style=\"color:#222222\">a</p></body></html>");

        assertThat(lowest(mail, Appearance.DARK).ink()).hasToString("#222222");
    }

    @Test
    void aMessageWithoutAWordOnDarkScreensHasNoDarkAppearance() {
        assertThat(RULES.lowest(HtmlMail.of("<p style=\"color:#222222\">a</p>")))
                .extracting(Contrast::appearance)
                .containsExactly(Appearance.LIGHT, Appearance.INVERTED);
    }

    @ParameterizedTest
    @CsvSource({"#ffffff, #1c1c1c", "#fcfbf9, #251f13", "#808080, #7f7f7f", "#333333, #333333", "#ffcc00, #ffcc00"})
    void clientsThatInvertMirrorTheLightnessOfLightGrounds(String written, String seen) {
        ColourReader colours = new ColourReader();

        assertThat(Appearance.INVERTED.ground(colours.read(written).orElseThrow()))
                .hasToString(seen);
        assertThat(Appearance.LIGHT.ground(colours.read(written).orElseThrow())).hasToString(written);
    }

    @Test
    void whatIsLostWhereAClientInvertsIsAWarning() {
        Specimen mail = HtmlMail.of("<p style=\"color:#0000ee;background-color:#ffffff\">a link</p>"
                + "<p style=\"color:#222222;background-color:#ffffff\">ink</p>");

        List<Finding> findings = low(mail, Level.WARN);

        assertThat(low(mail, Level.ERROR)).isEmpty();
        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.what().english()).contains("inverted"));
    }

    @Test
    void altTextCountsAndHiddenTextDoesNot() {
        Specimen mail = HtmlMail.of("""
                <div style="display:none;color:#ffffff">preheader</div>
                <div style="color:#ffffff">&nbsp;&zwnj;&#847;</div>
                <img src="cid:a" alt="a bridge" style="color:#cccccc;background-color:#ffffff">""");

        assertThat(low(mail, Level.ERROR))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what().english()).contains("«a bridge»"));
    }

    @Test
    void textsOfOnePairOfColoursAreOneFinding() {
        Specimen mail = HtmlMail.of("<p style=\"color:#aaaaaa\">one</p><p style=\"color:#aaaaaa\">two</p>"
                + "<p style=\"color:#aaaaaa\">three</p>");

        assertThat(low(mail, Level.ERROR))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what().english()).startsWith("«one» and 2 more"));
    }

    @Test
    void pureBlackOnPureWhiteIsANote() {
        assertThat(RULES.of(HtmlMail.of("<p style=\"color:black;background:white\">a</p>")))
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("contrast-pure");
                    assertThat(finding.level()).isEqualTo(Level.INFO);
                });
        assertThat(RULES.of(HtmlMail.of("<p style=\"color:#111111;background:white\">a</p>")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"#999999, #ffffff", "#ffffff, #eeeeee", "#444444, #333333", "#ff8800, #ffffff", "#808080, #808080"})
    void theRemedyPasses(String ink, String ground) {
        ColourReader colours = new ColourReader();
        Colour on = colours.read(ground).orElseThrow();
        Contrast low = new Contrast(Appearance.LIGHT, "a", colours.read(ink).orElseThrow(), on, 1, false);

        assertThat(low.remedy().contrast(on)).isBetween(4.5, 6.5);
    }

    private static List<Finding> low(Specimen mail, Level level) {
        return RULES.of(mail).stream()
                .filter(finding -> finding.rule().equals("contrast") && finding.level() == level)
                .toList();
    }

    private static Contrast lowest(Specimen mail, Appearance appearance) {
        return RULES.lowest(mail).stream()
                .filter(contrast -> contrast.appearance() == appearance)
                .findFirst()
                .orElseThrow();
    }
}
