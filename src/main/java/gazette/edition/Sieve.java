package gazette.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.article.Article;
import gazette.article.Blanks;
import gazette.article.FeedSource;
import gazette.article.FolderSource;
import gazette.article.Punctuation;
import gazette.article.Source;
import gazette.edition.Candidate.History;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a newsletter and its sources, made ready to be asked of many articles. Of each it keeps a {@link
 * Candidate}, so that a backlog of any length can be read one article at a time.
 */
public final class Sieve {
    /** In characters: more of a title or a name says nothing to whoever asks why. */
    private static final int LONGEST = 200;

    private final Newsletter newsletter;
    private final Instant slot;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Gate> gates = new ArrayList<>();
    private final Gate own;
    private final Condition lead;
    private final List<TopicCondition> topics;

    /** A filter made ready, and whose it is. */
    private record Gate(
            String whose, boolean includesAll, Condition include, Condition exclude, Optional<Duration> age) {
        static Gate of(String whose, Filter filter) {
            return new Gate(
                    whose,
                    filter.include().isEmpty(),
                    new Condition(filter.include()),
                    new Condition(filter.exclude()),
                    filter.maxAge());
        }
    }

    private record TopicCondition(String name, Condition condition) {}

    /** The rules of {@code newsletter} for the edition of {@code slot}, which age counts from. */
    public Sieve(Newsletter newsletter, Instant slot) {
        this.newsletter = newsletter;
        this.slot = slot;
        for (Supply supply : newsletter.supplies()) {
            places.putIfAbsent(supply.source().key(), gates.size());
            gates.add(Gate.of("its source", supply.filter()));
        }
        Selection selection = newsletter.selection();
        this.own = Gate.of("the newsletter", selection.filter());
        this.lead = new Condition(selection.lead());
        this.topics = selection.topics().stream()
                .map(topic -> new TopicCondition(topic.name(), new Condition(topic.rule())))
                .toList();
    }

    /**
     * What is kept of {@code article}.
     *
     * @throws IllegalArgumentException when it comes from a source that the newsletter does not have
     */
    public Candidate candidate(Article article, History history) {
        Integer place = places.get(article.origin().source());
        if (place == null) {
            throw new IllegalArgumentException(newsletter.id() + " has no source " + article.origin());
        }
        Supply supply = newsletter.supplies().get(place);
        Wording wording = Wording.of(article);
        String out = why(gates.get(place), wording, history)
                .or(() -> why(own, wording, history))
                .orElse("");
        String text = text(article);
        boolean compares = out.isEmpty()
                && !text.isEmpty()
                && newsletter.selection().nearCopies().isPresent();
        return new Candidate(
                article.origin(),
                brief(article.title()),
                article.language(),
                brief(teller(article, supply.source())),
                article.address(),
                place,
                history,
                out,
                topics(article, supply, wording),
                lead.fitting(wording).isPresent(),
                text,
                compares ? Optional.of(Sketch.of(article)) : Optional.empty());
    }

    private Optional<String> why(Gate gate, Wording wording, History history) {
        if (!gate.includesAll() && gate.include().fitting(wording).isEmpty()) {
            return Optional.of("fits nothing that " + gate.whose() + " includes");
        }
        Optional<String> excluded = gate.exclude().fitting(wording);
        if (excluded.isPresent()) {
            return Optional.of(gate.whose() + " excludes " + excluded.get());
        }
        return gate.age()
                .filter(age -> history.since().isBefore(slot.minus(age)))
                .map(age -> tooOld(age, history));
    }

    private String tooOld(Duration age, History history) {
        LocalDate day =
                LocalDate.ofInstant(history.since(), newsletter.masthead().zone());
        return (history.isUpdate() ? "edited on " : "published on ") + day + ", more than " + words(age)
                + " before the edition";
    }

    private static String words(Duration age) {
        long hours = age.toHours();
        if (!age.equals(Duration.ofHours(hours))) {
            return age.toMinutes() + " min";
        }
        return hours % 24 == 0 ? count(hours / 24, "day") : count(hours, "hour");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private List<String> topics(Article article, Supply supply, Wording wording) {
        Set<String> all = new LinkedHashSet<>(article.topics());
        all.addAll(supply.topics());
        topics.stream()
                .filter(topic -> topic.condition().fitting(wording).isPresent())
                .forEach(topic -> all.add(topic.name()));
        return List.copyOf(all);
    }

    private static String teller(Article article, Source source) {
        return article.credits().stream().findFirst().orElseGet(() -> name(source));
    }

    private static String name(Source source) {
        if (source instanceof FeedSource feed) {
            return feed.name().isEmpty()
                    ? Objects.requireNonNullElse(feed.address().getHost(), "")
                    : feed.name();
        }
        return ((FolderSource) source).name();
    }

    static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }

    /** Whether readers would find the same words in both; blanks make no difference. */
    public static boolean sameWords(Article one, Article other) {
        return text(one).equals(text(other));
    }

    /**
     * A digest of title and body, by which two texts are the same; blanks make no difference, accents do. Empty when there
     * is no letter to read: two articles of one picture each are not the same for that.
     */
    static String text(Article article) {
        if (!Punctuation.saysSomething(article.title() + article.text())) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(article.title(), article.text())) {
                digest.update(Blanks.fold(part).getBytes(UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }
}
