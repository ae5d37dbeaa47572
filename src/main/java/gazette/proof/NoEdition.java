package gazette.proof;

import gazette.check.Sentence;
import gazette.check.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why there is no edition, as a run gives the reason. */
final class NoEdition {
    private static final List<NoEdition> KNOWN = List.of(
            new NoEdition("no new article", found -> Sentence.named("no-edition.nothing", "no new article")),
            new NoEdition(
                    "no new article that may be in",
                    found -> Sentence.named("no-edition.none-fits", "no new article that may be in")),
            new NoEdition(
                    "no new article, and corrections alone make no edition",
                    found -> Sentence.named(
                            "no-edition.corrections", "no new article, and corrections alone make no edition")),
            new NoEdition(
                    "(\\d+) new articles?, and articles\\.min asks for (\\d+)",
                    found -> Sentence.named(
                            "no-edition.few",
                            "{0?# new article|# new articles}, and articles.min asks for {1}",
                            number(found, 1),
                            number(found, 2))),
            new NoEdition(
                    "(\\d+) new articles?, of which the limits of their sources let in (\\d+), and articles\\.min asks"
                            + " for (\\d+)",
                    found -> Sentence.named(
                            "no-edition.limits",
                            "{0?# new article|# new articles}, of which the limits of their sources let in {1}, and"
                                    + " articles.min asks for {2}",
                            number(found, 1),
                            number(found, 2),
                            number(found, 3))));

    private final Pattern reason;
    private final Function<MatchResult, Sentence> words;

    private NoEdition(String reason, Function<MatchResult, Sentence> words) {
        this.reason = Pattern.compile(reason);
        this.words = words;
    }

    /** In words for any language; of another reason, what was said. */
    static Term why(String reason) {
        return KNOWN.stream()
                .flatMap(known -> known.told(reason).stream())
                .findFirst()
                .orElseGet(() -> new Term.Said(reason));
    }

    private Optional<Term> told(String said) {
        Matcher found = reason.matcher(said);
        return found.matches() ? Optional.of(words.apply(found)) : Optional.empty();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
