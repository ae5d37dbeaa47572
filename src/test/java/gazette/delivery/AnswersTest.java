package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers said, counted by what is the same in it. */
final class AnswersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    550 5.1.1 <reader-1@example.org>: no such user      | 550 5.1.1 …: no such user
                    450 4.2.2 reader-1@example.org is over quota         | 450 4.2.2 … is over quota
                    550 5.7.1 blocked d2e1a72fcca58-6a1f0c2e.77 - gsmtp  | 550 5.7.1 blocked … - gsmtp
                    451 4.7.1 Greylisted for 300 s (B7E2F0A11C)          | 451 4.7.1 Greylisted for 300 s (…)
                    421 4.7.0 too many from 192.0.2.17                   | 421 4.7.0 too many from …
                    552 5.3.4 message of 10485760 octets is too large    | 552 5.3.4 message of … octets is too large
                    550 spam, see https://example.org/postmaster          | 550 spam, see https://example.org/postmaster
                    the connection was lost                              | the connection was lost
                    """)
    void whatNamesTheReaderOrTheMessageIsLeftOut(String words, String same) {
        assertThat(Answers.same(words)).isEqualTo(same);
    }

    @Test
    void theMostFrequentComeFirstAndKindsAreNotWithoutEnd() {
        Answers answers = new Answers();
        for (char kind = 0; kind < 3000; kind++) {
            answers.add(DispatchState.DEFERRED, "451 " + Character.toString('一' + kind), 1);
        }
        answers.add(DispatchState.REJECTED, "550 a", 2);
        answers.add(DispatchState.REJECTED, "550 a", 3);

        assertThat(answers.largest(9999)).hasSizeLessThan(1010);
        assertThat(answers.largest(1).get(0).words()).isEqualTo("other words");
        assertThat(answers.largest(9999).stream()
                        .mapToLong(Answers.Count::dispatches)
                        .sum())
                .isEqualTo(3005);
    }

    @Test
    void aCodeIsTheMoreExactOfTwo() {
        assertThat(AnswerCode.of("550 5.7.1 spam")).contains(new AnswerCode("5.7.1"));
        assertThat(AnswerCode.of("550 spam 5.7.1")).contains(new AnswerCode("550"));
        assertThat(AnswerCode.of("the connection was lost")).isEmpty();
        assertThat(new AnswerCode("550").opens("550 5.7.1 spam")).isTrue();
        assertThat(new AnswerCode("5.7.1").opens("550 5.7.13 spam")).isFalse();
        assertThatThrownBy(() -> new AnswerCode("5.7")).isInstanceOf(IllegalArgumentException.class);
    }
}
