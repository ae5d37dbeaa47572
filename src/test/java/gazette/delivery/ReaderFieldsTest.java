package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Wish;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReaderFieldsTest {
    private static final String LEAVING = "https://lettre.example.org/unsubscribe/x";

    @Test
    void aFieldIsTheColumnOfThatNameInSmallLetters() {
        ReaderFields fields = fields("Lectrice 1", Map.of("Ville", "Évry & Cie"));

        assertThat(fields.value("ville", Locale.FRENCH)).isEqualTo("Évry & Cie");
        assertThat(fields.value("name", Locale.FRENCH)).isEqualTo("Lectrice 1");
        assertThat(fields.value("address", Locale.FRENCH)).isEqualTo("reader-1@example.org");
        assertThat(fields.value("unsubscribe", Locale.FRENCH)).isEqualTo(LEAVING);
        assertThat(fields.value("since", Locale.FRENCH)).contains("30\u00A0décembre 2024");
        assertThat(fields.value("pays", Locale.FRENCH)).isEmpty();
    }

    @Test
    void aColumnCannotPassForWhatEveryReaderHas() {
        ReaderFields fields =
                fields("Lectrice 1", Map.of("Unsubscribe", "x", "ADDRESS", "x", "Name", "x", "since", "x"));

        assertThat(fields.value("unsubscribe", Locale.FRENCH)).isEqualTo(LEAVING);
        assertThat(fields.value("address", Locale.FRENCH)).isEqualTo("reader-1@example.org");
        assertThat(fields.value("name", Locale.FRENCH)).isEqualTo("Lectrice 1");
        assertThat(fields.value("since", Locale.FRENCH)).doesNotContain("x");
    }

    @Test
    void ofTwoColumnsThatDifferInCaseTheFirstThatHoldsSomethingCounts() {
        assertThat(fields("", Map.of("VILLE", " ", "Ville", "Évry", "ville", "Paris"))
                        .value("ville", Locale.FRENCH))
                .isEqualTo("Évry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\0", "\t", "\u0085", "\u009F", "\u2028", "\u2029", "\uE0F0", "\uE0F4"})
    void aValueIsOneLine(String control) {
        ReaderFields fields = fields("", Map.of("ville", control + "É" + control + "vry" + control));

        assertThat(fields.value("ville", Locale.FRENCH)).isEqualTo("É vry");
        assertThat(fields("", Map.of("ville", control)).absent(Set.of("ville"))).containsExactly("ville");
    }

    @Test
    void whatIsAbsentIsWhatTheStoreTakesForAbsent() {
        Set<String> fields = Set.of("name", "since", "ville", "pays", "address", "unsubscribe");
        Subscriber reader = Sample.reader(1);
        Subscriber nobody = new Subscriber(
                2, reader.address(), " ", Optional.empty(), Optional.empty(), Map.of("Ville", "  ", "pays", "\u2003"));

        assertThat(new ReaderFields(reader, LEAVING).absent(fields))
                .isEqualTo(Wish.of(reader, fields).absent())
                .containsExactly("pays");
        assertThat(new ReaderFields(nobody, LEAVING).absent(fields))
                .isEqualTo(Wish.of(nobody, fields).absent())
                .containsExactlyInAnyOrder("name", "since", "ville", "pays");
    }

    @Test
    void allThatAReaderHasIsTold() {
        assertThat(fields("", Map.of("Ville", "Évry", "pays", " ")).present(Locale.FRENCH))
                .containsOnlyKeys("address", "unsubscribe", "since", "ville");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83C", "\uDF1Ea", "\uD83C\uD83C\uDF1E"})
    void halfACharacterIsRefusedWithTheNameOfItsField(String half) {
        ReaderFields fields = fields("", Map.of("ville", half));

        assertThatThrownBy(() -> fields.value("ville", Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ville'")
                .hasMessageNotContaining(half);
    }

    private static ReaderFields fields(String name, Map<String, String> columns) {
        return new ReaderFields(
                new Subscriber(
                        1,
                        EmailAddress.of("reader-1@example.org"),
                        name,
                        Optional.empty(),
                        Optional.of(LocalDate.of(2024, 12, 30)),
                        columns),
                LEAVING);
    }
}
