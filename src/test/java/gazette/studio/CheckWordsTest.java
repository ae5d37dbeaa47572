package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class CheckWordsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");

    @Test
    void everyRuleHasAFrenchTitleAndASentenceAndNothingElseHas() throws IOException {
        Properties french = new Properties();
        french.load(new StringReader(read("src/main/resources/gazette/studio/checks_fr.properties")));

        assertThat(new TreeSet<>(french.stringPropertyNames())).isEqualTo(rules());
        french.forEach((rule, line) ->
                assertThat((String) line).as("%s", rule).matches("[\\p{Lu}«][^|]{3,60} \\| [\\p{Lu}«][^|]{10,120}\\."));
    }

    @Test
    void titlesAreSetAsPrintersDo() {
        CheckWords words = new CheckWords();

        assertThat(words.of("leak-filler-text", Locale.FRENCH).meaning()).contains("«\u00a0Lorem ipsum\u00a0»");
        assertThat(words.of("subject-long", Locale.ENGLISH).title()).isEqualTo("Subject long");
    }

    private static SortedSet<String> rules() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        Matcher rows = ROW.matcher(read("src/docs/checks.md"));
        while (rows.find()) {
            names.addAll(Arrays.asList(rows.group(1).replace("`", "").split(", ")));
        }
        return names;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }
}
