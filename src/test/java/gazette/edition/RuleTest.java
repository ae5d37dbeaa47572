package gazette.edition;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.Origin;
import gazette.article.Paragraph;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleTest {
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    énergie             | L’énergie manque.              | true
                    Energie             | ÉNERGIE !                      | true
                    ENERGIE             | l'énergie                      | true
                    énergie             | e\u0301nergie                       | true
                    énergie             | Les énergies d’hier            | false
                    énergie             | synénergie                     | false
                    énerg*              | Les énergies d’hier            | true
                    énerg*              | ÉNERGIQUEMENT                  | true
                    énerg*              | synénergie                     | false
                    énerg *             | énergies                       | false
                    œuvre               | Une OEUVRE majeure             | true
                    oeuvre              | L’œuvre du siècle              | true
                    coeur               | cœur                           | true
                    æther               | aether                         | true
                    réseau électrique   | le réseau\u00a0électrique           | true
                    réseau électrique   | le réseau\u202félectrique, dit-on   | true
                    réseau électrique   | Réseau «électrique»            | true
                    réseau électrique   | réseaux électriques            | false
                    réseau électri*     | réseau électrifié              | true
                    réseau électrique   | réseau et électrique           | false
                    aujourd'hui         | Aujourd’hui                    | true
                    aujourd’hui         | aujourd'hui                    | true
                    qu’il               | Qu`il pleuve                   | true
                    après-demain        | après‑demain                   | true
                    après demain        | après-demain                   | true
                    demain              | après-demain                   | true
                    Saint-Étienne       | à SAINT ETIENNE                | true
                    C++                 | Écrit en C++.                  | true
                    C++                 | C’est écrit.                   | false
                    C#                  | du C# et du C                  | true
                    C                   | du C#                          | false
                    S.N.C.F.            | La S.N.C.F. annonce            | true
                    R&D                 | la R & D                       | true
                    5G                  | La 5G arrive                   | true
                    5G                  | 15 G                           | false
                    2026                | En 2026,                       | true
                    strasse             | Straße                         | true
                    wifi                | Wi\u00adFi                          | true
                    île                 | l’ile                          | true
                    İstanbul            | istanbul                       | true
                    经济                | 中国经济增长                   | true
                    经济                | 经 济                          | true
                    経済                | 中国经济增长                   | false
                    Москва              | МОСКВА сегодня                 | true
                    Αθήνας              | ΑΘΗΝΑΣ                         | true
                    ab                  | 𝐀𝐛                             | true
                    𠀀                  | 中𠀀                            | true
                    *                   | énergie                        | false
                    !?                  | énergie !?                     | false
                    """)
    void wordsAreFoundWholeWhateverTheirCaseAndAccents(String word, String text, boolean fits) {
        Rule rule = new Rule(List.of(word), List.of(), List.of(), List.of());

        assertThat(rule.fits(article("fr", "", List.of(), "Autre chose.", text)))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, fr, true",
        "fr, fr-CA, true",
        "fr-CA, fr, false",
        "fr-CA, fr-CA, true",
        "fr, en, false",
        "zh-Hant, zh-Hant-TW, true",
        "zh-Hant, zh-CN, false"
    })
    void aLanguageFitsItsCountries(String wanted, String language, boolean fits) {
        Rule rule = new Rule(List.of(), List.of(), List.of(), List.of(Locale.forLanguageTag(wanted)));

        assertThat(rule.fits(article(language, "", List.of(), "Texte."))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Claire Modèle | claire modele                  | true",
                "Claire Modèle | Paul Exemple et Claire Modèle  | true",
                "Claire Modèle | Claire Modèle, Paul Exemple    | true",
                "Claire Modèle | Paul Exemple & Claire Modèle   | true",
                "Claire Modèle | Claire                         | false",
                "Claire        | Claire Modèle                  | false",
                "Jean et Fils  | Jean et Fils                   | true",
                "Étienne       | Colette                        | false"
            })
    void anAuthorIsAWholeNameOfTheByline(String author, String byline, boolean fits) {
        Rule rule = new Rule(List.of(), List.of(author), List.of(), List.of());

        assertThat(rule.fits(article("fr", byline, List.of(), "Texte."))).isEqualTo(fits);
    }

    @Test
    void aCategoryIsAWholeOneWithoutCaseAndAccents() {
        Rule rule = new Rule(List.of(), List.of(), List.of("Économie"), List.of());

        assertThat(rule.fits(article("fr", "", List.of("Sport", "ECONOMIE"), "Texte.")))
                .isTrue();
        assertThat(rule.fits(article("fr", "", List.of("Économie locale"), "Texte.")))
                .isFalse();
    }

    @Test
    void oneEntryOfAnyListIsEnoughAndARuleWithoutEntriesFitsNothing() {
        Rule rule = new Rule(List.of("absent"), List.of("Claire"), List.of("Sport"), List.of(Locale.ENGLISH));

        assertThat(rule.fits(article("fr", "Claire", List.of(), "Texte."))).isTrue();
        assertThat(rule.fits(article("fr", "Paul", List.of(), "Texte."))).isFalse();
        assertThat(Rule.NONE.fits(article("fr", "Claire", List.of("Sport"), "Texte.")))
                .isFalse();
    }

    /** Each of these takes minutes where time grows with the square of the text. */
    @Test
    void hostileTextsTakeTimeInProportion() {
        List<String> hostile = List.of(
                "a" + "\u0301\u0323".repeat(200_000),
                "énergi ".repeat(100_000),
                "a".repeat(1_000_000),
                "a ".repeat(400_000),
                "\uFDFA".repeat(40_000),
                "'’`".repeat(200_000),
                "et ".repeat(200_000),
                "\ud800".repeat(200_000),
                "中".repeat(200_000));
        Rule rule = new Rule(
                List.of("énergie", "a a a a a a a b", "aaaaaaaab", "aaaa*b", "中中中国"),
                List.of("personne"),
                List.of("rien"),
                List.of());

        for (String text : hostile) {
            long begun = System.nanoTime();

            assertThat(rule.fits(article("fr", text, List.of(text), text))).isFalse();

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(text.substring(0, 5))
                    .isLessThan(FAR_TOO_LONG);
        }
    }

    @Test
    void anyTextIsFoldedIntoWordsBetweenSpacesAndFoldingThemAgainChangesNothing() {
        for (long seed = 1; seed <= 300; seed++) {
            Random chance = new Random(seed);
            StringBuilder text = new StringBuilder();
            chance.ints(60, 0, Character.MAX_CODE_POINT + 1).forEach(text::appendCodePoint);
            chance.ints(60, 0, 0x300).forEach(text::appendCodePoint);

            String folded = Folding.words(text.toString());

            assertThat(folded).as("seed %d", seed).startsWith(" ").endsWith(" ").doesNotContain("  ", "\n");
            assertThat(Folding.words(folded)).as("seed %d", seed).isEqualTo(folded);
        }
    }

    private static Article article(String language, String byline, List<String> categories, String... blocks) {
        return new Article(
                new Origin("folder:articles", "un.txt"),
                Locale.forLanguageTag(language),
                Optional.of("Titre"),
                "",
                Arrays.stream(blocks).<Block>map(Paragraph::new).toList(),
                Optional.empty(),
                byline,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                categories,
                List.of());
    }
}
