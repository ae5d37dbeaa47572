package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.check.Run.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CheckWordsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");

    private final CheckWords words = new CheckWords();

    @Test
    void everyRuleHasAFrenchTitleAndASentenceAndNothingElseHas() throws IOException {
        Map<String, String> titles = french(key -> !key.contains("."));

        assertThat(titles.keySet()).containsExactlyInAnyOrderElementsOf(rules());
        titles.forEach((rule, line) ->
                assertThat(line).as("%s", rule).matches("[\\p{Lu}«][^|]{3,60} \\| [\\p{Lu}«][^|]{10,120}\\."));
    }

    @Test
    void everySentenceInTheCodeHasAFrenchLineAndNoLineIsOfAnother() throws IOException {
        SentencesInCode code = SentencesInCode.read();

        assertThat(code.problems()).isEmpty();
        assertThat(code.patterns()).hasSizeGreaterThan(300);
        assertThat(french(key -> key.contains(".")).keySet())
                .containsExactlyInAnyOrderElementsOf(code.patterns().keySet());
    }

    @Test
    void aFrenchLineHasTheTermsOfItsSentence() throws IOException {
        SortedMap<String, String> french = french(key -> key.contains("."));

        SentencesInCode.read()
                .patterns()
                .forEach((key, pattern) ->
                        assertThat(terms(french.getOrDefault(key, ""))).as(key).isEqualTo(terms(pattern)));
    }

    @Test
    void titlesAreSetAsPrintersDo() {
        assertThat(words.of("leak-filler-text", Locale.FRENCH).meaning()).contains("«\u00a0Lorem ipsum\u00a0»");
        assertThat(words.of("subject-long", Locale.ENGLISH).title()).isEqualTo("Subject long");
    }

    @Test
    void numbersAndSizesAndDaysAndListsAreFrenchInFrench() {
        Sentence sentence = Sentence.of(
                "{0}, {1}, {2}, {3}, {4}, {5}",
                12345,
                1.25,
                new Term.Size(102_400),
                new Term.Size(5_452_595),
                new Term.Day(LocalDate.of(2026, 8, 1)),
                List.of("Orange", "SFR"));

        assertThat(sentence.english()).isEqualTo("12345, 1.25, 100.0 kB, 5.2 MB, 2026-08-01, Orange and SFR");
        assertThat(words.line(sentence, Locale.FRENCH))
                .isEqualTo("12\u202f345, 1,25, 100\u00a0ko, 5,2\u00a0Mo, 1\u00a0août 2026, Orange et SFR");
    }

    @Test
    void oneAndManyAreToldApart() {
        Sentence one = missing(1);
        Sentence two = missing(2);

        assertThat(one.english()).isEqualTo("one link of the HTML part is not in it: /a");
        assertThat(two.english()).isEqualTo("2 links of the HTML part are not in it: /a");
        assertThat(words.line(one, Locale.FRENCH)).isEqualTo("un lien de la version HTML n’y est pas\u00a0: /a");
        assertThat(words.line(two, Locale.FRENCH)).isEqualTo("2 liens de la version HTML n’y sont pas\u00a0: /a");
    }

    private static Sentence missing(int links) {
        return Sentence.of("{0?one link|# links} of the HTML part {0?is|are} not in it: {1}", links, "/a")
                .under("text-link-missing.what");
    }

    @Test
    void codeAndTheWordsOfOthersStandApart() {
        Sentence broken = Sentence.of("{0} leads to no page: {1}", "https://a.example/", new Term.Said("404 Not Found"))
                .under("link-broken.what");
        Sentence remedy = Sentence.of("begin html.ftlh with <!DOCTYPE html>").under("doctype-missing.remedy");

        assertThat(words.runs(broken, Locale.FRENCH)).contains(new Run("404 Not Found", Kind.SAID));
        assertThat(words.line(broken, Locale.FRENCH)).endsWith("\u00a0: «\u00a0404 Not Found\u00a0»");
        assertThat(words.runs(remedy, Locale.FRENCH))
                .contains(new Run("html.ftlh", Kind.CODE), new Run("<!DOCTYPE html>", Kind.CODE));
    }

    private static SortedSet<String> terms(String pattern) {
        return Telling.MARK
                .matcher(pattern)
                .results()
                .map(mark -> String.valueOf(mark.group(1)))
                .filter(position -> !position.equals("null"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines whose key is wanted, each key there once. */
    private static SortedMap<String, String> french(Predicate<String> wanted) throws IOException {
        String file = read("src/main/resources/gazette/check/checks_fr.properties");
        Properties lines = new Properties();
        lines.load(new StringReader(file));
        assertThat(file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .hasSize(lines.size());
        return lines.stringPropertyNames().stream()
                .filter(wanted)
                .collect(Collectors.toMap(key -> key, lines::getProperty, (a, b) -> a, TreeMap::new));
    }

    private static SortedSet<String> rules() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        ROW.matcher(read("src/docs/checks.md"))
                .results()
                .forEach(row ->
                        names.addAll(Arrays.asList(row.group(1).replace("`", "").split(", "))));
        return names;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }
}
