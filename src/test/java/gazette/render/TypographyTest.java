package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypographyTest {
    private static final List<String> SNIPPETS = List.of(
            " ",
            " ",
            " ",
            "\u00A0",
            "\u202F",
            "mot",
            "L",
            "été",
            "1",
            "12",
            "345",
            "2024",
            "1er",
            "mars",
            "%",
            "€",
            "$",
            "h",
            "km",
            "n°",
            "p.",
            "M.",
            "Mme",
            "'",
            "’",
            ".",
            "...",
            "…",
            "-",
            "--",
            ":",
            ";",
            "!",
            "?",
            "«",
            "»",
            "“",
            "\"",
            "(",
            ")",
            ",",
            "/",
            "@",
            "#",
            "&amp;",
            "`",
            "https://example.org/a?b;c!",
            "11:49",
            "a@example.org");

    private record Case(Locale language, String written, String set) {
        static Case of(String line) {
            String[] parts = line.split(": ", 2);
            String[] texts =
                    parts[1].replace('⍽', '\u00A0').replace('¦', '\u202F').split(" → ", -1);
            return new Case(Locale.forLanguageTag(parts[0]), texts[0], texts[1]);
        }
    }

    private static Stream<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(TypographyTest.class.getResourceAsStream("typography.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).map(Case::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTextIsSetAsTheTableSays(Case example) {
        assertThat(Typography.set(example.written(), example.language())).isEqualTo(example.set());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTextThatIsSetStaysAsItIs(Case example) {
        assertThat(Typography.set(example.set(), example.language())).isEqualTo(example.set());
    }

    @Test
    void theTableIsLongEnoughToMeanSomething() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "fr-CA"})
    void whateverIsWrittenSettingItTwiceIsSettingItOnce(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Random chance = new Random(20_261_122);

        for (int i = 0; i < 5_000; i++) {
            String written = anything(chance);
            String once = Typography.set(written, locale);

            assertThat(Typography.set(once, locale)).as(written).isEqualTo(once);
        }
    }

    @Test
    void settingChangesNothingButSpacesApostrophesDotsAndDashes() {
        Random chance = new Random(7);

        for (int i = 0; i < 5_000; i++) {
            String written = anything(chance);

            assertThat(bare(Typography.french(written))).isEqualTo(bare(written));
        }
    }

    @Test
    void linksAddressesAndTimesComeOutAsTheyWentIn() {
        Random chance = new Random(11);
        List<String> kept = List.of("https://example.org/l'a?b;c!d:e", "d'x@example.org", "11:49", "`a ? b : c`");

        for (int i = 0; i < 2_000; i++) {
            String piece = kept.get(i % kept.size());
            String around = anything(chance).replaceAll("[`@/:#&\\w]", "");

            assertThat(Typography.french(around + " " + piece + " " + around)).contains(piece);
        }
    }

    @Test
    void aWordOfHalfAMillionLettersIsSetInPassing() {
        String word = "a".repeat(500_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Typography.french(word + "." + word)).hasSize(1_000_001));
    }

    @Test
    void narrowSpacesCanBeWidened() {
        assertThat(Typography.withoutNarrowSpaces("Qui\u202F? 1\u202F240\u00A0€"))
                .isEqualTo("Qui\u00A0? 1\u00A0240\u00A0€");
    }

    private static String anything(Random chance) {
        return IntStream.range(0, 1 + chance.nextInt(12))
                .mapToObj(i -> SNIPPETS.get(chance.nextInt(SNIPPETS.size())))
                .collect(Collectors.joining());
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\h]", "")
                .replace('’', '\'')
                .replace("…", "...")
                .replace("—", "--");
    }
}
