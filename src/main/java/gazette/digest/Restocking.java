package gazette.digest;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Published;
import gazette.edition.Candidate;
import gazette.edition.Candidate.History;
import gazette.edition.Newsletter;
import gazette.edition.Selection.Corrections;
import gazette.edition.Sent;
import gazette.edition.Shelf;
import gazette.edition.Sieve;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shelf as it would be once what was just read were kept. */
final class Restocking {
    private final Newsletter newsletter;
    private final Instant now;
    private final Sieve sieve;

    Restocking(Newsletter newsletter, Instant now) {
        this.newsletter = newsletter;
        this.now = now;
        this.sieve = new Sieve(newsletter, now);
    }

    /**
     * @param fresh articles that the store does not know
     * @param edited those that it knows with other words
     */
    Shelf restock(Shelf shelf, List<Article> fresh, List<Article> edited) {
        Map<Origin, Candidate> candidates = new LinkedHashMap<>();
        shelf.candidates().forEach(candidate -> candidates.put(candidate.origin(), candidate));
        fresh.forEach(article -> candidates.put(article.origin(), candidate(article, false)));
        for (Article article : edited) {
            Optional<Candidate> before = Optional.ofNullable(candidates.remove(article.origin()));
            edit(before, article, shelf.sent()).ifPresent(candidate -> candidates.put(article.origin(), candidate));
        }
        return shelf.with(List.copyOf(candidates.values()));
    }

    /** What an edit makes of a candidate, or of an article that went out. */
    private Optional<Candidate> edit(Optional<Candidate> before, Article article, List<Sent> sent) {
        if (before.isPresent() && !before.get().isUpdate()) {
            return Optional.of(candidate(article, before.get().passedOver()));
        }
        if (newsletter.selection().corrections() == Corrections.IGNORE) {
            return Optional.empty();
        }
        return sent.stream()
                .filter(one -> one.isStory() && one.origin().equals(article.origin()))
                .findFirst()
                .filter(last -> !last.hasWordsOf(article))
                .map(last -> sieve.candidate(article, new History(now, false, true)));
    }

    private Candidate candidate(Article article, boolean passedOver) {
        Instant since = article.published().map(Published::instant).orElse(now);
        return sieve.candidate(article, new History(since, passedOver, false));
    }
}
