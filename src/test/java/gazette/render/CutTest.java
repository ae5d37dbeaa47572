package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CutTest {
    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Cut.of("dix lettre", 10)).isEqualTo("dix lettre");
    }

    @Test
    void whatIsTooLongEndsWithAWholeWordAndNoLooseMark() {
        assertThat(Cut.of("Le réseau tient : « une première »", 20)).isEqualTo("Le réseau tient…");
        assertThat(Cut.of("un deux trois quatre", 12)).isEqualTo("un deux…");
        assertThat(Cut.of("un deux, trois quatre", 13)).isEqualTo("un deux…");
    }

    @Test
    void oneLongWordIsCutBetweenCharacters() {
        assertThat(Cut.of("😀".repeat(9), 4)).isEqualTo("😀😀😀…");
    }

    @Test
    void wordsThatBelongTogetherAreNotParted() {
        assertThat(Cut.of("La mesure coûte environ 350\u202F000\u00A0€ par an", 30))
                .isEqualTo("La mesure coûte environ…");
    }
}
