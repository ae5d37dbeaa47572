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
import org.junit.jupiter.params.provider.CsvSource;
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
            "a@example.org",
            "\u201d",
            "\u2018",
            "\u2014",
            "\u2013",
            "s",
            "'s",
            "'90s",
            "'tis",
            "n'",
            " - ",
            "0",
            "6'",
            "5\"",
            "M. de ",
            "jusqu'",
            "XXe",
            "si\u00e8cle",
            "December",
            "Uhr",
            "z. B.",
            "po'",
            "{0}",
            "rapport--final.pdf",
            "v1.2.3",
            "2024-12-30T11:49:00Z",
            "@l'equipe",
            "#fete");

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
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(160);
        assertThat(cases().filter(each -> each.language().getLanguage().equals("fr")))
                .hasSizeGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "fr-CA", "en", "en-US", "de", "es", "it", "pt"})
    void whateverIsWrittenSettingItTwiceIsSettingItOnce(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Random chance = new Random(20_261_122);

        for (int i = 0; i < 10_000; i++) {
            String written = anything(chance);
            String once = Typography.set(written, locale);

            assertThat(Typography.set(once, locale)).as(written).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "fr-CA", "en", "en-US", "de", "es", "it", "pt"})
    void settingChangesNothingButSpacesQuotesApostrophesDotsAndDashes(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Random chance = new Random(7);

        for (int i = 0; i < 5_000; i++) {
            String written = anything(chance);

            assertThat(bare(Typography.set(written, locale))).isEqualTo(bare(written));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "fr-CA", "en", "en-US", "de", "es", "it", "pt"})
    void addressesCodeAndNamesOfFilesAndAccountsComeOutAsTheyWentIn(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Random chance = new Random(11);
        List<String> kept = List.of(
                "https://example.org/l'a?b;c!d:e--f...g",
                "www.example.org/a'b",
                "d'x@example.org",
                "mailto:a@example.org?subject=x!",
                "11:49",
                "2024-12-30T11:49:00Z",
                "2024-12-30",
                "v1.2.3-rc--4",
                "rapport--final...2.pdf",
                "@l'equipe",
                "#fete",
                "`a ? b : 'c' -- \"d\"...`");

        for (int i = 0; i < 12_000; i++) {
            String piece = kept.get(i % kept.size());
            String around = anything(chance).replaceAll("[`@/:#&\\w]", "");

            assertThat(Typography.set(around + " " + piece + " " + around, locale))
                    .contains(piece);
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
                .replaceAll("[«»“”]", "\"")
                .replaceAll("[‘’]", "'")
                .replace("…", "...")
                .replaceAll("--|[—–]", "-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Le Courrier de l'Exemple | Le Courrier de l’Exemple
                    Allô! Radio              | Allô! Radio
                    20 minutes: l'édition    | 20 minutes: l’édition
                    ici : l’autre            | ici : l’autre
                    """)
    void ofANameOnlyTheApostrophesAreSet(String name, String set) {
        assertThat(Typography.name(name)).isEqualTo(set);
    }
}
