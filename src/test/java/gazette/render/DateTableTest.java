package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days, times and numbers in each language, as {@code dates.txt} has them. */
final class DateTableTest {
    private record Case(Locale language, String asked, String said) {
        static Case of(String line) {
            String[] parts = line.split(": ", 2);
            String[] texts = parts[1].split(" → ", -1);
            return new Case(Locale.forLanguageTag(parts[0]), texts[0], texts[1]);
        }
    }

    private static Stream<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(DateTableTest.class.getResourceAsStream("dates.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).map(Case::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLanguageSaysDaysTimesAndNumbersAsTheTableDoes(Case example) {
        String said = said(DateWords.of(example.language()), example.asked().split(" "));

        assertThat(said.replace('\u00A0', '⍽').replace('\u202F', '¦')).isEqualTo(example.said());
    }

    private static String said(DateWords words, String[] asked) {
        return switch (asked[0]) {
            case "date" -> words.date(LocalDate.parse(asked[1]));
            case "day" -> words.day(LocalDate.parse(asked[1]));
            case "moment" -> words.moment(LocalDateTime.parse(asked[1]));
            case "window" -> words.window(LocalDateTime.parse(asked[1]), LocalDateTime.parse(asked[2]));
            case "until" -> words.until(LocalDateTime.parse(asked[1]));
            case "number" -> words.number(Long.parseLong(asked[1]));
            case "since" -> words.since(LocalDate.parse(asked[1]));
            default -> throw new AssertionError("dates.txt asks for " + asked[0]);
        };
    }
}
