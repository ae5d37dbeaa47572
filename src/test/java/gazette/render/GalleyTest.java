package gazette.render;

import static gazette.render.EveryKind.code;
import static gazette.render.EveryKind.em;
import static gazette.render.EveryKind.link;
import static gazette.render.EveryKind.plain;
import static gazette.render.EveryKind.strong;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Typography over the ends of spans. {@code ⍽} is U+00A0, {@code ¦} is U+202F. */
final class GalleyTest {
    private static final String PAGE = "https://example.org/a";

    private static String set(Locale language, Span... spans) {
        return Typography.set(Arrays.asList(spans), language).stream()
                .map(GalleyTest::drawn)
                .collect(Collectors.joining())
                .replace('\u00A0', '⍽')
                .replace('\u202F', '¦');
    }

    private static String drawn(Span span) {
        String words = switch (span.look()) {
            case PLAIN -> span.words();
            case EMPHASIS -> "*" + span.words() + "*";
            case STRONG -> "_" + span.words() + "_";
            case CODE -> "`" + span.words() + "`";
        };
        return span.link().isPresent() ? "[" + words + "]" : words;
    }

    @Test
    void guillemetsAroundEmphasisKeepTheirSpaces() {
        assertThat(set(Locale.FRANCE, plain("le « "), em("mot"), plain(" » juste")))
                .isEqualTo("le «⍽*mot*⍽» juste");
        assertThat(set(Locale.FRANCE, plain("le «"), em("mot"), plain("» juste")))
                .isEqualTo("le «⍽*mot*⍽» juste");
        assertThat(set(Locale.FRANCE, em("« mot »"), plain(" juste"))).isEqualTo("*«⍽mot⍽»* juste");
    }

    @Test
    void marksRightAfterALinkAreSpacedOutsideOfIt() {
        assertThat(set(Locale.FRANCE, link("le rapport", PAGE), plain(" : voici")))
                .isEqualTo("[le rapport]⍽: voici");
        assertThat(set(Locale.FRANCE, link("le rapport", PAGE), plain(": voici")))
                .isEqualTo("[le rapport]⍽: voici");
        assertThat(set(Locale.FRANCE, link("le rapport ", PAGE), plain("! Fin")))
                .isEqualTo("[le rapport]¦! Fin");
        assertThat(set(Locale.FRANCE, plain("Quoi"), link("!", PAGE))).isEqualTo("Quoi¦[!]");
    }

    @Test
    void marksInsideEmphasisStayThere() {
        assertThat(set(Locale.FRANCE, em("Pourquoi ?"), plain(" dit-elle"))).isEqualTo("*Pourquoi¦?* dit-elle");
        assertThat(set(Locale.FRANCE, plain("dit-elle "), strong("!"))).isEqualTo("dit-elle¦_!_");
    }

    @Test
    void anApostropheBelongsWhereItWasWritten() {
        assertThat(set(Locale.FRANCE, plain("l'"), em("eau"))).isEqualTo("l’*eau*");
        assertThat(set(Locale.FRANCE, em("aujourd'"), plain("hui"))).isEqualTo("*aujourd’*hui");
    }

    @Test
    void numbersKeepTheirUnitsOverAnEnd() {
        assertThat(set(Locale.FRANCE, strong("12"), plain(" %, "), strong("350"), plain(" "), em("000 €")))
                .isEqualTo("_12_⍽%, _350_¦*000⍽€*");
    }

    @Test
    void codeStaysAsItIsAndTheTextAroundItIsSet() {
        assertThat(set(Locale.FRANCE, plain("taper "), code("a ? b : 'c'"), plain(" ; puis «"), code("d"), plain("»")))
                .isEqualTo("taper `a ? b : 'c'`¦; puis «⍽`d`⍽»");
        assertThat(set(Locale.FRANCE, code("l'a"), code(" !"))).isEqualTo("`l'a`` !`");
    }

    @Test
    void canadaSetsMarksClose() {
        assertThat(set(Locale.CANADA_FRENCH, em("Quoi"), plain(" ? Non"))).isEqualTo("*Quoi*? Non");
    }

    @Test
    void aSpanOfWhichNothingIsLeftGoes() {
        assertThat(Typography.set(List.of(em("Quoi"), plain(" "), strong("? Non")), Locale.CANADA_FRENCH))
                .containsExactly(em("Quoi"), strong("? Non"));
    }

    @Test
    void otherLanguagesStayAsTheyAre() {
        assertThat(set(Locale.UK, plain("so: "), em("what ?"))).isEqualTo("so: *what ?*");
    }

    @Test
    void whereverATextIsCutItIsSetAsIfItWasWhole() {
        Random chance = new Random(42);
        String text = "L'été, « Qui ? » dit-on : 1 240 vitrines à 22 h... Non ; 12 % ! Voir https://example.org/a?b;c";

        for (int i = 0; i < 2_000; i++) {
            List<Span> spans = new ArrayList<>();
            for (int from = 0, to; from < text.length(); from = to) {
                to = Math.min(text.length(), from + 1 + chance.nextInt(20));
                String words = text.substring(from, to);
                spans.add(chance.nextBoolean() ? plain(words) : em(words));
            }

            String set = Typography.set(spans, Locale.FRANCE).stream()
                    .map(Span::words)
                    .collect(Collectors.joining());

            assertThat(set).as("%s", spans).isEqualTo(Typography.french(text));
            assertThat(Typography.set(Typography.set(spans, Locale.FRANCE), Locale.FRANCE))
                    .isEqualTo(Typography.set(spans, Locale.FRANCE));
        }
    }
}
