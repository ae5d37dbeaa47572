package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "0s,PT0S",
        "90s,PT1M30S",
        "2m,PT2M",
        "1h30m,PT1H30M",
        "1h 30m,PT1H30M",
        "2d,PT48H",
        "1d2h3m4s,PT26H3M4S"
    })
    void aLengthOfTimeIsRead(String text, Duration duration) {
        assertThat(DurationText.read(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "-1m",
                "1.5h",
                "m",
                "1m1h",
                "2 minutes",
                "1M",
                "10ms",
                "9999999d",
                "1w",
                "1mm",
                "１m"
            })
    void anythingElseIsNone(String text) {
        assertThat(DurationText.read(text)).isEmpty();
    }

    @Test
    void whatIsWrittenReadsBack() {
        Random chance = new Random(90);

        for (int i = 0; i < 1_000; i++) {
            Duration duration = Duration.ofSeconds(chance.nextInt(10_000_000));
            assertThat(DurationText.read(DurationText.of(duration))).contains(duration);
        }
    }
}
