package gazette.config;

import gazette.edition.Filter;
import gazette.edition.Rule;
import gazette.edition.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rules on what an article is about: {@code include}, {@code exclude}, {@code topics} and {@code articles.lead}. */
final class RuleSection {
    private static final Duration YOUNGEST = Duration.ofMinutes(1);

    private RuleSection() {}

    /** What {@code include}, {@code exclude} and {@code max-age} of {@code section} say together. */
    static Filter filter(Section section) {
        Rule include = ifAny(section, "include");
        Rule exclude = ifAny(section, "exclude");
        Optional<Duration> maxAge = section.optional("max-age", Kinds.duration(YOUNGEST));
        return new Filter(include, exclude, maxAge);
    }

    /** The rule at {@code key}; one that is not there fits nothing. */
    static Rule ifAny(Section section, String key) {
        boolean isSet = section.isSet(key);
        Section rule = section.section(key);
        return isSet ? read(rule) : Rule.NONE;
    }

    /** The newsletter's own topics, in the order of the file. */
    static List<Topic> topics(Section newsletter) {
        return newsletter.namedIfAny("topics").stream()
                .map(each -> new Topic(each.name(), read(each)))
                .toList();
    }

    private static Rule read(Section rule) {
        List<String> words = rule.several("words", RuleSection::word);
        List<String> authors = rule.several("authors", Kinds::words);
        List<String> categories = rule.several("categories", Kinds::words);
        Rule read = new Rule(words, authors, categories, rule.several("languages", Kinds::language));
        rule.close();
        if (read.isEmpty() && rule.isSound()) {
            rule.object("names nothing", "give it words, authors, categories or languages, or remove it");
        }
        return read;
    }

    /** Words with at least one letter or digit: a star alone would mean every article. */
    private static Fit<String> word(String text) {
        Fit<String> line = Kinds.words(text);
        return line.value()
                        .filter(w -> w.codePoints().noneMatch(Character::isLetterOrDigit))
                        .isPresent()
                ? Fit.not("give a word; énerg* stands for all that begin so")
                : line;
    }
}
