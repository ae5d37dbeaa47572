package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.check.ClientVerdict.State;
import gazette.check.Finding.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClientRulesTest {
    private static final ClientRules RULES = new ClientRules();

    @Test
    void thePackedDataSaysWhatWasMeasured() {
        ClientSupport packed = ClientSupport.packed();

        assertThat(packed.features()).hasSizeGreaterThan(290);
        assertThat(packed.date()).hasToString("2025-09-09");
        assertThat(packed.feature("html-style").orElseThrow().support())
                .containsEntry(Client.GMAIL_WEB, Support.PART)
                .containsEntry(Client.OUTLOOK_COM, Support.YES)
                .containsEntry(Client.LAPOSTE, Support.NO)
                .containsEntry(Client.SFR, Support.NO)
                .containsEntry(Client.FREE, Support.UNTESTED);
        assertThat(packed.feature("css-border-radius").orElseThrow().support())
                .containsEntry(Client.OUTLOOK_WINDOWS, Support.NO)
                .containsEntry(Client.ORANGE, Support.NO)
                .containsEntry(Client.APPLE_IOS, Support.YES);
        assertThat(packed.features())
                .filteredOn(feature -> feature.in(Client.FREE).isTested())
                .as("hardly anything is known of Free")
                .hasSizeBetween(15, 30);
    }

    @Test
    void dataThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ClientSupport.read("clients\tSFR FREE\ncss-x\tx\ty"))
                .hasMessageContaining("has 1 letters for 2 clients");
        assertThatThrownBy(() -> ClientSupport.read("clients\tSFR\ncss-x\tx\tz"))
                .hasMessageContaining("'z'");
    }

    @Test
    void everyLineOfTheTableOfUsesNamesAKnownFeature() {
        ClientSupport packed = ClientSupport.packed();

        assertThat(FeatureTable.of(packed.features()).slugs())
                .allSatisfy(slug -> assertThat(packed.feature(slug)).as(slug).isPresent());
    }

    @Test
    void aLayoutThatSomeProgramsCannotDrawIsAWarningAtItsLine() {
        Specimen mail = HtmlMail.of("<html><body>\n<p>a</p>\n<div style=\"display: flex\">b</div></body></html>");

        Finding finding = only(mail, "client-lacks");

        assertThat(finding.level()).isEqualTo(Level.WARN);
        assertThat(finding.place().english()).isEqualTo("HTML part, line 3");
        assertThat(finding.what().english()).contains("«display: flex»", "Outlook Windows and Orange");
        assertThat(finding.remedy().english()).contains("https://www.caniemail.com/features/css-display-flex/");
    }

    @Test
    void aRefinementIsANote() {
        assertThat(RULES.of(HtmlMail.of("<p style=\"border-radius: 3px\">a</p>")))
                .filteredOn(finding -> finding.rule().equals("client-refinement"))
                .filteredOn(finding -> finding.what().english().contains("border-radius"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("client-refinement");
                    assertThat(finding.level()).isEqualTo(Level.INFO);
                    assertThat(finding.what().english()).contains("Outlook Windows and Orange", "whole without");
                });
    }

    @Test
    void aValueWithAPlainerOneBeforeItIsANote() {
        Specimen spare = HtmlMail.of("<p style=\"font-size: 16px; font-size: max(16px, 1rem)\">a</p>");
        Specimen bare = HtmlMail.of("<p style=\"font-size: max(16px, 1rem)\">a</p>");

        assertThat(RULES.of(spare)).noneMatch(finding -> finding.level() != Level.INFO);
        assertThat(RULES.of(bare))
                .filteredOn(finding -> finding.level() == Level.WARN)
                .extracting(finding -> finding.what().english())
                .anyMatch(what -> what.contains("needs max()"));
    }

    @Test
    void styleBlocksThatOnlyAddAreARefinement() {
        Specimen mail = HtmlMail.of(
                "<html><head><style>\n.a{color:#111}\n@media (max-width: 599px){.a{padding:0}}\n</style></head>"
                        + "<body><p class=\"a\" style=\"color:#111\">a</p></body></html>");

        assertThat(RULES.of(mail)).noneMatch(finding -> finding.level() == Level.WARN);
        assertThat(verdict(mail, Client.LAPOSTE).state()).isEqualTo(State.REFINEMENTS_DROPPED);
    }

    @Test
    void aLookThatHangsOnStyleBlocksBreaksWhereTheyAreDropped() {
        Specimen mail = HtmlMail.of("<html><head><style>\n.a{color:#111}\n.b{padding:9px}</style></head>"
                + "<body><p class=\"a\">a</p><p class=\"b\" style=\"padding:9px\">b</p></body></html>");

        Finding finding = only(mail, "client-drops-styles");

        assertThat(finding.level()).isEqualTo(Level.WARN);
        assertThat(finding.place().english()).isEqualTo("HTML part, line 2");
        assertThat(finding.what().english())
                .contains("1 element hangs", "LaPoste.net and SFR", "<p> has its color from «.a»");
        assertThat(verdict(mail, Client.SFR).state()).isEqualTo(State.BREAKS);
        assertThat(verdict(mail, Client.SFR).lacking()).contains("<style> element");
    }

    @Test
    void aClientOfWhichLittleIsKnownIsUntestedAndNeverWell() {
        Specimen mail = HtmlMail.of("<p style=\"color: #111; padding: 3px; line-height: 1.5\">a</p>");

        ClientVerdict free = verdict(mail, Client.FREE);
        ClientVerdict gmail = verdict(mail, Client.GMAIL_WEB);

        assertThat(free.state()).isEqualTo(State.UNTESTED);
        assertThat(free.tested()).isLessThan(50);
        assertThat(gmail.state()).isEqualTo(State.OK);
        assertThat(only(mail, "client-untested").what().english()).startsWith("Free is untested for ");
    }

    @Test
    void oneUntestedFeatureIsEnoughNotToSayThatAllIsWell() {
        ClientVerdict nearly = new ClientVerdict(Client.SFR, 40, 1, List.of(), List.of(), List.of());

        assertThat(nearly.tested()).isEqualTo(97);
        assertThat(nearly.state()).isEqualTo(State.UNTESTED);
    }

    @Test
    void linksElementsAndPictureFormatsCountToo() {
        Specimen mail =
                HtmlMail.of("<p><a href=\"#end\">down</a></p>\n<img src=\"https://example.org/a.webp\" alt=\"a\">\n"
                        + "<video src=\"https://example.org/a.mp4\"></video><form></form>");

        assertThat(RULES.of(mail))
                .filteredOn(finding -> finding.level() == Level.WARN)
                .extracting(finding -> finding.what().english())
                .anyMatch(what -> what.contains("Local anchors") && what.contains("LaPoste.net"))
                .anyMatch(what -> what.contains("webP image format") && what.contains("Outlook Windows"))
                .anyMatch(what -> what.contains("<video> element"))
                .anyMatch(what -> what.contains("<form> element"));
    }

    @Test
    void aMessageOfPlainTextHasNoVerdict() {
        Specimen mail = Specimen.ofFile(
                "a.eml", new byte[] {'S', 'u', 'b', 'j', 'e', 'c', 't', ':', ' ', 'a', '\r', '\n', '\r', '\n', 'b'});

        assertThat(RULES.of(mail)).isEmpty();
        assertThat(RULES.verdicts(mail)).isEmpty();
    }

    private static Finding only(Specimen mail, String rule) {
        List<Finding> findings = RULES.of(mail).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(findings).as(rule + " in " + RULES.of(mail)).hasSize(1);
        return findings.get(0);
    }

    private static ClientVerdict verdict(Specimen mail, Client client) {
        return RULES.verdicts(mail).stream()
                .filter(verdict -> verdict.client() == client)
                .findFirst()
                .orElseThrow();
    }
}
