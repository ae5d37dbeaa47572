package gazette.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rule made ready to be asked of many articles. */
final class Condition {
    private static final Pattern BEGINNING = Pattern.compile("[\\p{L}\\p{M}\\p{N}]\\*+\\s*$");

    private final List<Entry> words;
    private final List<Entry> authors;
    private final List<Entry> categories;
    private final List<Locale> languages;

    /** An entry as it was written, and what is looked for. */
    private record Entry(String written, String folded) {}

    Condition(Rule rule) {
        this.words = entries(rule.words().stream().map(Condition::word));
        this.authors = entries(rule.authors().stream().map(Condition::whole));
        this.categories = entries(rule.categories().stream().map(Condition::whole));
        this.languages = rule.languages();
    }

    /** An entry without a letter or a digit fits nothing. */
    private static List<Entry> entries(Stream<Entry> entries) {
        return entries.filter(entry -> !entry.folded().isBlank()).toList();
    }

    private static Entry whole(String written) {
        return new Entry(written, Folding.words(written));
    }

    private static Entry word(String written) {
        String folded = Folding.words(written);
        return new Entry(written, BEGINNING.matcher(written).find() ? folded.stripTrailing() : folded);
    }

    /** The first entry that fits, such as {@code the word «énerg*»}; empty when none does. */
    Optional<String> fitting(Wording article) {
        return find("word", words, entry -> article.words().contains(entry))
                .or(() -> find("author", authors, article.authors()::contains))
                .or(() -> find("category", categories, article.categories()::contains))
                .or(() -> languages.stream()
                        .filter(language -> fits(language, article.language()))
                        .findFirst()
                        .map(language -> "the language " + language.toLanguageTag()));
    }

    private static Optional<String> find(String kind, List<Entry> entries, Predicate<String> isThere) {
        return entries.stream()
                .filter(entry -> isThere.test(entry.folded()))
                .findFirst()
                .map(entry -> "the " + kind + " «" + entry.written() + "»");
    }

    private static boolean fits(Locale wanted, Locale language) {
        return wanted.getLanguage().equals(language.getLanguage())
                && (wanted.getScript().isEmpty() || wanted.getScript().equals(language.getScript()))
                && (wanted.getCountry().isEmpty() || wanted.getCountry().equals(language.getCountry()));
    }
}
