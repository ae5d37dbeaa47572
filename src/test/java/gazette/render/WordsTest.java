package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
    private static final String MINUTES_EN = "minutes.one={0} minute\nminutes.other={0} minutes\n";

    /** Files in layers, the nearest first. */
    private record Layers(Map<String, List<String>> files) implements TemplateFolder {
        @Override
        public Optional<String> text(String file) {
            return WordsFile.together(files.getOrDefault(file, List.of()).stream());
        }

        @Override
        public String place(String file) {
            return "brief/" + file;
        }
    }

    private static Words words(String language, Map<String, List<String>> files) {
        return Words.of(new Layers(files), Locale.forLanguageTag(language));
    }

    private static String phrase(Words words, String key) throws TemplateModelException {
        return ((TemplateScalarModel) words.get(key)).getAsString();
    }

    private static String counted(Words words, Number count) throws TemplateModelException {
        return (String) ((TemplateMethodModelEx) words.get("minutes")).exec(List.of(new SimpleNumber(count)));
    }

    @Test
    void eachWordIsLookedForInTheOwnFileThenInTheSharedOneThenInEnglish() throws TemplateModelException {
        Words words = words(
                "fr",
                Map.of(
                        "words_fr.properties", List.of("a=propre\n", "a=commun\nb=commun\n"),
                        "words_en.properties", List.of("c=own\n", "a=shared\nb=shared\nc=shared\nd=shared\n")));

        assertThat(phrase(words, "a")).isEqualTo("propre");
        assertThat(phrase(words, "b")).isEqualTo("commun");
        assertThat(phrase(words, "c")).isEqualTo("own");
        assertThat(phrase(words, "d")).isEqualTo("shared");
    }

    @Test
    void aRegionChangesTheWordsThatItHas() throws TemplateModelException {
        Map<String, List<String>> files = Map.of(
                "words_pt-BR.properties", List.of("leave=Cancelar a assinatura\n"),
                "words_pt.properties", List.of("leave=Cancelar a subscrição\nlinks=Ligações\n"));

        assertThat(phrase(words("pt-BR", files), "leave")).isEqualTo("Cancelar a assinatura");
        assertThat(phrase(words("pt-BR", files), "links")).isEqualTo("Ligações");
        assertThat(phrase(words("pt-PT", files), "leave")).isEqualTo("Cancelar a subscrição");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, 0, one", "fr, 1, one", "fr, 1.5, one", "fr, 2, other", "pt, 0, one", "pt, 1, one", "pt, 2, other",
        "en, 0, other", "en, 1, one", "en, 1.5, other", "en, 2, other", "de, 0, other", "de, 1, one", "es, 0, other",
        "es, 1, one", "it, 0, other", "it, 1, one", "it, 21, other"
    })
    void aCountIsSaidAsTheLanguageSaysIt(String language, double count, String form) throws TemplateModelException {
        String file = "words_" + language + ".properties";

        assertThat(counted(words(language, Map.of(file, List.of("minutes.one=one\nminutes.other=other\n"))), count))
                .isEqualTo(form);
    }

    @Test
    void aCountIsPrintedWithItsThousandsApart() throws TemplateModelException {
        Words english = words("en", Map.of("words_en.properties", List.of(MINUTES_EN)));
        Words french = words("fr", Map.of("words_fr.properties", List.of("minutes.other={0} min\n")));

        assertThat(counted(english, 1)).isEqualTo("1 minute");
        assertThat(counted(english, 1234)).isEqualTo("1,234 minutes");
        assertThat(counted(french, 1234)).isEqualTo("1\u202F234 min");
    }

    @Test
    void withoutTheWordsForOneThoseForOthersServe() throws TemplateModelException {
        Words words = words(
                "de",
                Map.of(
                        "words_de.properties", List.of("minutes.other={0} Min.\n"),
                        "words_en.properties", List.of(MINUTES_EN)));

        assertThat(counted(words, 1)).isEqualTo("1 Min.");
    }

    @Test
    void englishWordsAreCountedTheEnglishWayInAnyLanguage() throws TemplateModelException {
        assertThat(counted(words("fr", Map.of("words_en.properties", List.of(MINUTES_EN))), 0))
                .isEqualTo("0 minutes");
    }

    @Test
    void aWordThatIsNowhereIsNamedWithItsFile() {
        Words words = words("fr", Map.of("words_fr.properties", List.of("minutes.one={0} minute\n")));

        assertThatThrownBy(() -> words.get("leave"))
                .hasMessage("words.leave is not there: add leave to brief/words_fr.properties");
        assertThatThrownBy(() -> words.get("minutes"))
                .hasMessage("words.minutes is not there: add minutes to brief/words_fr.properties, as minutes.other");
    }

    @Test
    void aCountNeedsANumber() throws TemplateModelException {
        TemplateMethodModelEx minutes = (TemplateMethodModelEx)
                words("en", Map.of("words_en.properties", List.of(MINUTES_EN))).get("minutes");

        assertThatThrownBy(() -> minutes.exec(List.of(new SimpleScalar("three"))))
                .hasMessage("words.minutes needs the number of what it counts, as in words.minutes(3)");
        assertThatThrownBy(() -> minutes.exec(List.of())).isInstanceOf(TemplateModelException.class);
    }

    @Test
    void wordsAreSetAsTheirOwnLanguageIsPrinted() throws TemplateModelException {
        Words words = words(
                "fr",
                Map.of(
                        "words_fr.properties", List.of("a=L'édition : {0}\n"),
                        "words_en.properties", List.of("b=So: what?\n")));

        assertThat(((TemplateMethodModelEx) words.get("a")).exec(List.of("12"))).isEqualTo("L’édition\u00A0: 12");
        assertThat(phrase(words, "b")).isEqualTo("So: what?");
    }
}
