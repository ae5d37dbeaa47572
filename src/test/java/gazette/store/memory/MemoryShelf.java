package gazette.store.memory;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Published;
import gazette.article.Source;
import gazette.edition.Candidate;
import gazette.edition.Candidate.History;
import gazette.edition.Choice;
import gazette.edition.Choice.Late;
import gazette.edition.Newsletter;
import gazette.edition.Plan;
import gazette.edition.Selection.Corrections;
import gazette.edition.Sent;
import gazette.edition.Sieve;
import gazette.edition.Story;
import gazette.edition.Verdict;
import gazette.edition.Verdict.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A shelf of one cadence, put together from its editions in memory. */
final class MemoryShelf {
    private final Newsletter newsletter;
    private final Instant slot;
    private final List<MemoryEditions.Row> newestFirst;
    private final Map<Article, Instant> firstSeen;
    private final Set<Article> passedOver;
    private final Map<Origin, Integer> leftOut;
    private final Plan plan;
    private final Sieve sieve;

    MemoryShelf(
            Newsletter newsletter,
            Instant slot,
            List<MemoryEditions.Row> newestFirst,
            Map<Article, Instant> firstSeen,
            Set<Article> passedOver,
            Map<Origin, Integer> leftOut,
            Plan plan) {
        this.newsletter = newsletter;
        this.slot = slot;
        this.newestFirst = newestFirst;
        this.firstSeen = firstSeen;
        this.passedOver = passedOver;
        this.leftOut = leftOut;
        this.plan = plan;
        this.sieve = new Sieve(newsletter, slot);
    }

    List<Candidate> candidates(List<Article> articles) {
        Set<String> sources = newsletter.sources().stream().map(Source::key).collect(Collectors.toSet());
        Set<Origin> used = used();
        List<Candidate> candidates = new ArrayList<>();
        for (Article article : articles) {
            if (!sources.contains(article.origin().source())) {
                continue;
            }
            Instant seen = Objects.requireNonNull(firstSeen.get(article));
            boolean isOut = leftOut.containsKey(article.origin());
            if (!used.contains(article.origin()) && !isOut) {
                Instant since = article.published().map(Published::instant).orElse(seen);
                boolean waited =
                        passedOver.stream().anyMatch(one -> one.origin().equals(article.origin()));
                candidates.add(sieve.candidate(article, new History(since, waited, false)));
            } else if (isCorrected(article) && !isOut) {
                candidates.add(sieve.candidate(article, new History(seen, passedOver.contains(article), true)));
            } else if (plan.isPutBack(article.origin())) {
                Instant since = article.published().map(Published::instant).orElse(seen);
                candidates.add(sieve.candidate(article, History.fresh(since)));
            }
        }
        return candidates;
    }

    private Set<Origin> used() {
        Set<Origin> used = new HashSet<>();
        for (MemoryEditions.Row row : newestFirst) {
            row.choice.stories().forEach(pick -> {
                used.add(pick.origin());
                pick.copies().forEach(copy -> used.add(copy.origin()));
            });
            row.tooLate.forEach(late -> used.add(late.origin()));
        }
        return used;
    }

    private boolean isCorrected(Article article) {
        Optional<Article> last = recent().stream()
                .flatMap(row -> row.edition.stories().stream())
                .map(Story::article)
                .filter(sent -> sent.origin().equals(article.origin()))
                .findFirst();
        return newsletter.selection().corrections() == Corrections.MARK
                && last.filter(sent -> !Sieve.sameWords(sent, article)).isPresent();
    }

    private List<MemoryEditions.Row> recent() {
        Instant since = slot.minus(Duration.ofDays(Sent.DAYS));
        return newestFirst.stream()
                .filter(row -> row.edition.key().slot().isAfter(since))
                .toList();
    }

    List<Sent> sent() {
        List<Sent> sent = new ArrayList<>();
        for (MemoryEditions.Row row : recent()) {
            for (int place = 0; place < row.choice.stories().size(); place++) {
                Choice.Pick pick = row.choice.stories().get(place);
                Article article = row.edition.stories().get(place).article();
                Sent story = Sent.story(row.edition.number(), article, newsletter.selection());
                sent.add(story);
                pick.copies()
                        .forEach(copy ->
                                sent.add(story.copy(copy.origin(), copy.where().address())));
                row.tooLate.stream()
                        .filter(late -> late.story().equals(pick.origin()))
                        .forEach(late ->
                                sent.add(story.copy(late.origin(), late.where().address())));
            }
        }
        return sent;
    }

    List<Verdict> settled(Map<Origin, Article> now) {
        List<Verdict> settled = new ArrayList<>();
        for (MemoryEditions.Row row : newestFirst) {
            for (Late late : row.tooLate) {
                settled.add(out(Objects.requireNonNull(now.get(late.origin())), late.why()));
            }
        }
        leftOut.forEach((origin, number) -> {
            settled.add(out(Objects.requireNonNull(now.get(origin)), Choice.leftOutOf(number)));
        });
        return settled;
    }

    private static Verdict out(Article article, String why) {
        return new Verdict(article.origin(), article.title(), article.language(), Place.OUT, why);
    }
}
