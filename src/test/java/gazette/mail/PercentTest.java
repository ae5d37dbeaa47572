package gazette.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PercentTest {
    @Test
    void lettersDigitsAndWhatIsKeptStandAsTheyAre() {
        assertThat(Percent.encoded("aZ09 é%._🌞", "._")).isEqualTo("aZ09%20%C3%A9%25._%F0%9F%8C%9E");
    }

    @Test
    void anOctetOfALongerCharacterIsNeverTakenForALetter() {
        assertThat(Percent.encoded("ªµÀ", "")).isEqualTo("%C2%AA%C2%B5%C3%80");
    }
}
