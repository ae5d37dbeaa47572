package gazette.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is said of a finding: an English pattern, written where the rule is, and what stands in it. Other languages have a
 * pattern of their own for its key, with the same terms.
 *
 * <p>In a pattern, <code>{0}</code> is the first term, and <code>{0?line|# lines}</code> is one of two wordings, by whether
 * that term is one; in them {@code #} stands for the term.
 *
 * @param key of its pattern in other languages; empty for one that waits for its finding to give it one, or says nothing
 */
public record Sentence(String key, String pattern, List<Term> terms) implements Term {
    /** No words in any language. */
    public static final Sentence NOTHING = new Sentence("", "", List.of());

    public Sentence {
        terms = List.copyOf(terms);
    }

    /**
     * The words of a rule that has no others for this: {@link Finding} gives them their key.
     *
     * @param terms numbers, lists, {@link Term}s, or else words that are the same in every language
     */
    public static Sentence of(String pattern, Object... terms) {
        return named("", pattern, terms);
    }

    /**
     * Words of their own.
     *
     * @param key such as {@code source-failing.week}: a rule and what sets these words apart from its others
     * @param terms as for {@link #of}
     */
    public static Sentence named(String key, String pattern, Object... terms) {
        return new Sentence(key, pattern, Stream.of(terms).map(Term::of).toList());
    }

    /** The same under {@code rule}, when it has no key yet. */
    Sentence under(String rule) {
        return key.isEmpty() && !pattern.isEmpty() ? new Sentence(rule, pattern, terms) : this;
    }

    /** The same of others. */
    Sentence with(List<Term> others) {
        return new Sentence(key, pattern, others);
    }

    /** In English. */
    public String english() {
        return Telling.of(this, Language.ENGLISH).stream().map(Run::words).reduce("", String::concat);
    }

    @Override
    public void tell(Telling telling) {
        telling.tell(this);
    }

    @Override
    public long repeats() {
        return terms.stream().mapToLong(Term::repeats).max().orElse(1);
    }

    @Override
    public Sentence once() {
        return with(Term.once(terms));
    }

    /** In English, for logs and tests. */
    @Override
    public String toString() {
        return english();
    }
}
