package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PreheaderTest {
    @Test
    void aLongLeadIsCutAtAWord() {
        String line = Preheader.of(List.of("une phrase ".repeat(30), "autre"));

        assertThat(line).hasSizeBetween(40, 130).endsWith(" une…").doesNotContain("autre");
    }

    @Test
    void aShortLeadIsFollowedByTheOtherTitles() {
        assertThat(Preheader.of(
                        List.of("Une brève.", "", "Un deuxième titre, plus long que le premier", "Un troisième")))
                .isEqualTo("Une brève. · Un deuxième titre, plus long que le premier");
    }

    @Test
    void aWordThatFillsTheLineIsCutBetweenCharacters() {
        assertThat(Preheader.of(List.of("😀".repeat(200)))).isEqualTo("😀".repeat(129) + "…");
    }
}
