package gazette.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokensTest {
    @ParameterizedTest
    @CsvSource({"énergie, energie", "ÉNERGIE, énergie", "cœur, coeur", "Le Monde, le monde", "l’eau, eau"})
    void wordsAreEqualWhateverTheirCaseAndAccents(String one, String other) {
        assertThat(Tokens.alike(Tokens.of(one, 9))).isEqualTo(Tokens.alike(Tokens.of(other, 9)));
    }

    @ParameterizedTest
    @CsvSource({"côte, cotes", "eau, eaux", "mer, mère du"})
    void otherWordsAreNot(String one, String other) {
        assertThat(Tokens.alike(Tokens.of(one, 9))).isNotEqualTo(Tokens.alike(Tokens.of(other, 9)));
    }
}
