package gazette.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text is written in: what it says, what the settings say, what its words look like, the newsletter's. */
final class SourceLanguageTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/article/tongues");
    private static final int FEWEST_WORDS = 20;
    private static final String ENGLISH = "The town council voted on Tuesday evening to repair the swimming pool,"
            + " which has been closed for two years, and people are glad.";

    @Test
    void whatATextSaysComesFirstAndThenTheSettings() {
        SourceLanguage italian = SourceLanguage.of(Locale.ITALIAN);

        assertThat(italian.of(Optional.of(Locale.GERMAN), ENGLISH)).isEqualTo(Locale.GERMAN);
        assertThat(italian.of(Optional.empty(), ENGLISH)).isEqualTo(Locale.ITALIAN);
    }

    @Test
    void whereNothingIsSaidTheWordsTell() {
        SourceLanguage french = new SourceLanguage(Optional.empty(), Locale.FRENCH);

        assertThat(french.of(Optional.empty(), ENGLISH)).isEqualTo(Locale.ENGLISH);
        assertThat(french.of(Optional.empty(), "The town council voted.")).isEqualTo(Locale.FRENCH);
        assertThat(french.of(Optional.empty(), "")).isEqualTo(Locale.FRENCH);
    }

    @Test
    void aNewsletterInTheSameLanguageKeepsItsRegion() {
        assertThat(new SourceLanguage(Optional.empty(), Locale.CANADA_FRENCH)
                        .of(Optional.empty(), String.join(" ", sentences("fr"))))
                .isEqualTo(Locale.CANADA_FRENCH);
        assertThat(new SourceLanguage(Optional.empty(), Locale.UK).of(Optional.empty(), ENGLISH))
                .isEqualTo(Locale.UK);
    }

    /** Every two sentences of the language, one after the other: paragraphs of 20 to 40 words. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de", "es", "it", "pt", "nl", "ar", "he"})
    void paragraphsAreToldAndNeverTakenForAnotherLanguage(String language) {
        List<String> paragraphs = pairs(sentences(language));
        List<String> untold = new ArrayList<>();
        for (String paragraph : paragraphs) {
            Optional<String> told = Tongue.of(paragraph).map(Locale::getLanguage);
            assertThat(told.orElse(language)).as(paragraph).isEqualTo(language);
            if (told.isEmpty()) {
                untold.add(paragraph);
            }
        }
        assertThat(untold).hasSizeLessThanOrEqualTo(paragraphs.size() / 100);
        assertThat(paragraphs).isNotEmpty();
    }

    @Test
    void languagesThatAreNotToldAreNotTakenForOnesThatAre() {
        assertThat(sentences("other"))
                .allSatisfy(text -> assertThat(Tongue.of(text)).as(text).isEmpty());
    }

    @Test
    void aTextHalfInOneLanguageAndHalfInAnotherIsNotTold() {
        String both = sentences("fr").get(2) + " " + sentences("en").get(2);

        assertThat(Tongue.of(both)).isEmpty();
    }

    private static List<String> pairs(List<String> sentences) {
        List<String> pairs = new ArrayList<>();
        for (String first : sentences) {
            for (String second : sentences) {
                String both = first + " " + second;
                if (!first.equals(second) && both.split("[^\\p{L}]+").length >= FEWEST_WORDS) {
                    pairs.add(both);
                }
            }
        }
        return pairs;
    }

    private static List<String> sentences(String language) {
        try {
            return Files.readAllLines(FOLDER.resolve(language + ".txt"), UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
