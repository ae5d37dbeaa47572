package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class VerdictWordsTest {
    private static final Pattern VERDICT =
            Pattern.compile("(?:IN|OUT|WAITING|COPY|TOLD) +\\S+(?: elsewhere \\[[^\\]]*])?(?: adds \\S+)?: (.+)");

    @Test
    void everyReasonThatAChoiceGivesHasWordsInEachLanguage() throws IOException {
        Properties french = words("fr");
        Properties english = words("en");
        List<String> reasons = reasons();

        assertThat(reasons).hasSizeGreaterThan(20);
        for (String reason : reasons) {
            Map<String, Object> model = VerdictWords.model(reason);
            assertThat((String) model.get("key")).as(reason).isNotEmpty();
            assertThat(french).as(reason).containsKey(model.get("key"));
            assertThat(english).as(reason).containsKey(model.get("key"));
        }
    }

    @Test
    void anotherReasonIsGivenAsItWasPut() {
        assertThat(VerdictWords.model("the moon is full")).containsEntry("said", "the moon is full");
    }

    /** Those of the golden choices. */
    private static List<String> reasons() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/gazette/edition/choices"))) {
            return files.filter(file -> file.toString().endsWith(".expected"))
                    .flatMap(file -> read(file).lines())
                    .map(VERDICT::matcher)
                    .filter(Matcher::matches)
                    .map(verdict -> verdict.group(1))
                    .distinct()
                    .toList();
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        words.load(
                new StringReader(read(Path.of("src/main/resources/gazette/studio/words_" + language + ".properties"))));
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
