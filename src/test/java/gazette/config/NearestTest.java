package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    private static final List<String> KNOWN = List.of("la-gazette", "cooldown", "cadences", "port", "host", "url");

    @ParameterizedTest
    @CsvSource({
        "la-gazete,la-gazette",
        "lagazette,la-gazette",
        "LA-GAZETTE,la-gazette",
        "cooldwon,cooldown",
        "cadence,cadences",
        "prot,port",
        "hots,host",
        "ulr,url",
        "post,host",
        "poort,port"
    })
    void aSlipIsSeen(String typed, String meant) {
        assertThat(Nearest.of(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "newsletter", "p", "feed", "''"})
    void aWordOfItsOwnIsLeftAlone(String typed) {
        assertThat(Nearest.of(typed, KNOWN)).isEmpty();
    }

    @Test
    void theNearestWinsAndThenTheFirstOfTheAlphabet() {
        assertThat(Nearest.of("abc", List.of("abd", "abca", "abe"))).contains("abca");
        assertThat(Nearest.of("abc", List.of("abe", "abd"))).contains("abd");
        assertThat(Nearest.of("abc", List.of())).isEmpty();
    }
}
