package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TextPartTest {
    private static final String LINK = "https://example.org/" + "a".repeat(90) + "?b=c";

    @Test
    void linesEndAtABlankWithinSeventyTwoCharacters() {
        String wrapped = TextPart.wrapped("mot ".repeat(60), "");

        assertThat(wrapped.lines()).hasSize(4).allMatch(line -> line.length() <= 72 && line.endsWith("mot"));
    }

    @Test
    void charactersAreCountedAndNotOctetsOrHalves() {
        assertThat(TextPart.wrapped("😀".repeat(72), "")).doesNotContain("\n");
        assertThat(TextPart.wrapped("é".repeat(70) + " à", "")).doesNotContain("\n");
    }

    @Test
    void aNoBreakSpaceKeepsItsWordsTogether() {
        String wrapped = TextPart.wrapped("x".repeat(69) + " 12\u00A0% et «\u00A0oui\u00A0»", "");

        assertThat(wrapped).isEqualTo("x".repeat(69) + "\n12\u00A0% et «\u00A0oui\u00A0»");
    }

    @Test
    void whatFollowsTheFirstLineIsIndentedAsFarAsItsMark() {
        assertThat(TextPart.wrapped("mot ".repeat(20), "12. "))
                .startsWith("12. mot")
                .contains("\n    mot");
    }

    @Test
    void aLinkIsNeverBroken() {
        assertThat(TextPart.wrapped("Voir " + LINK + " ou non", "").lines()).containsExactly("Voir", LINK, "ou non");
        assertThat(TextPart.tidy("Voir " + LINK + " ou non").lines()).contains(LINK);
    }

    @Test
    void aWordThatNoLineHoldsIsCut() {
        assertThat(TextPart.wrapped("z".repeat(200), "").lines()).allMatch(line -> line.length() <= 72);
        assertThat(TextPart.wrapped("deux\u00A0mots\u00A0".repeat(20), "").lines())
                .allMatch(line -> line.length() <= 72)
                .allMatch(line -> line.endsWith("\u00A0"));
    }

    @Test
    void whateverIsWrappedKeepsItsWordsAndFits() {
        Random chance = new Random(3);

        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("début");
            for (int words = chance.nextInt(60); words > 0; words--) {
                text.append(chance.nextInt(5) == 0 ? "\u00A0" : " ").append("œ".repeat(1 + chance.nextInt(30)));
            }

            String wrapped = TextPart.wrapped(text.toString(), "- ");

            assertThat(wrapped.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 72);
            assertThat(wrapped.substring(2).replaceAll("\\s", ""))
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
        }
    }

    @Test
    void whatATemplatePrintsIsMadeFitToSend() {
        String tidy = TextPart.tidy("\n\n a  \r\n\r\n\r\n\r\n\nb\t\n" + "mot ".repeat(40) + "\n\n");

        assertThat(tidy).startsWith(" a\n\nb\nmot").endsWith("mot\n");
        assertThat(tidy.lines()).allMatch(line -> line.length() <= 72);
    }
}
