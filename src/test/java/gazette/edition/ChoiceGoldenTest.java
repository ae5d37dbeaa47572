package gazette.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Choices as files. Run with {@code -Dgolden=write} to rewrite what is expected; the diff is the review. */
final class ChoiceGoldenTest {
    static List<ChoiceCase> cases() {
        return ChoiceCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aShelfIsChosenFromAsExpected(ChoiceCase shelf) {
        String account = shelf.account();
        if ("write".equals(System.getProperty("golden"))) {
            shelf.expect(account);
        }

        assertThat(account).isEqualTo(shelf.expected());
    }
}
