package gazette.studio;

import gazette.article.Articles.Listed;
import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Source;
import gazette.edition.Newsletter;
import gazette.edition.NoteUnreadable;
import gazette.edition.Verdict;
import gazette.proof.Look;
import gazette.proof.Workbench;
import gazette.render.TemplateProblem;
import gazette.schedule.Slots;
import gazette.text.FolderReader;
import gazette.text.TextFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The articles of a newsletter: those that were picked up, and the files that lie in its folders. Reads files and the store,
 * asks nobody on the web. Safe to use from many threads.
 */
final class ArticleList {
    /** Of each source, the newest: a list that nobody reads to its end. */
    private static final int MOST = 5_000;

    private final Desk desk;
    private final FileFacts facts = new FileFacts();

    ArticleList(Desk desk) {
        this.desk = desk;
    }

    /** All of a newsletter's, newest first, each with what becomes of it in the coming edition of the cadence. */
    List<ListedArticle> all(Where where) {
        Map<Origin, ListedArticle> found = new LinkedHashMap<>();
        picked(where.newsletter()).forEach(article -> found.put(article.origin(), article));
        lying(where.newsletter(), found);
        judge(where, found);
        return found.values().stream()
                .sorted(Comparator.comparing(ListedArticle::order)
                        .reversed()
                        .thenComparing(article -> article.origin().name()))
                .toList();
    }

    /** The one with this id, of any newsletter; with its state for {@code where} if it is of that newsletter. */
    Optional<ListedArticle> find(String id, Where where) {
        Optional<ListedArticle> own =
                all(where).stream().filter(article -> isCalled(article, id)).findFirst();
        return own.or(() -> desk.settings().newsletters().stream()
                .filter(newsletter -> !newsletter.equals(where.newsletter()))
                .map(newsletter -> new Where(newsletter, newsletter.cadences().get(0)))
                .flatMap(other -> all(other).stream())
                .filter(article -> isCalled(article, id))
                .findFirst());
    }

    private static boolean isCalled(ListedArticle article, String id) {
        return ArticleAddress.of(article.origin()).id().equals(id);
    }

    private List<ListedArticle> picked(Newsletter newsletter) {
        List<String> sources = newsletter.sources().stream().map(Source::key).toList();
        return desk.workbench().articles().list(sources, MOST).stream()
                .map(ArticleList::picked)
                .toList();
    }

    private static ListedArticle picked(Listed listed) {
        return new ListedArticle(
                listed.origin(),
                listed.title(),
                listed.language(),
                listed.published(),
                listed.dated(),
                listed.editions(),
                ArticleState.PAST,
                "",
                Optional.empty());
    }

    private void lying(Newsletter newsletter, Map<Origin, ListedArticle> found) {
        newsletter.sources().stream()
                .filter(FolderSource.class::isInstance)
                .map(FolderSource.class::cast)
                .flatMap(folder -> FolderReader.files(folder).stream())
                .forEach(file -> found.merge(file.origin(), lying(file), ArticleList::together));
    }

    private ListedArticle lying(TextFile file) {
        FileFacts.Facts said = facts.of(file);
        return new ListedArticle(
                file.origin(),
                said.title(),
                said.language(),
                said.dated().map(date -> date.instant()).orElse(said.changed()),
                said.dated(),
                List.of(),
                said.problem().isEmpty() ? ArticleState.FRESH : ArticleState.UNREAD,
                said.problem(),
                Optional.of(file));
    }

    /** What the file says now, with what was known of it when it was picked up. */
    private static ListedArticle together(ListedArticle picked, ListedArticle lying) {
        boolean isRead = lying.state() != ArticleState.UNREAD;
        return new ListedArticle(
                picked.origin(),
                isRead ? lying.title() : picked.title(),
                isRead ? lying.language() : picked.language(),
                isRead && lying.dated().isPresent() ? lying.order() : picked.order(),
                isRead ? lying.dated() : picked.dated(),
                picked.editions(),
                isRead ? picked.state() : ArticleState.UNREAD,
                lying.why(),
                lying.file());
    }

    private void judge(Where where, Map<Origin, ListedArticle> found) {
        found.replaceAll((origin, article) -> article.state() == ArticleState.PAST
                        && !article.numbers(where.newsletter()).isEmpty()
                ? article.in(ArticleState.SENT, "")
                : article);
        for (Verdict verdict : verdicts(where)) {
            found.computeIfPresent(verdict.origin(), (origin, article) -> judged(article, verdict));
        }
    }

    /** Of the coming edition; when that cannot be rendered, of what was picked up so far. */
    private List<Verdict> verdicts(Where where) {
        Workbench bench = desk.workbench();
        Instant slot = slot(where);
        try {
            return desk.proofs()
                    .look(bench, where.newsletter(), where.cadence(), Look.COMING, slot)
                    .outlook()
                    .verdicts();
        } catch (TemplateProblem | NoteUnreadable saidOnThePageOfTheEdition) {
            return bench.rehearsal().verdicts(where.newsletter(), where.cadence(), slot);
        }
    }

    private Instant slot(Where where) {
        Instant now = desk.clock().instant();
        return Slots.next(where.cadence(), where.newsletter().masthead().zone(), now, 1).stream()
                .findFirst()
                .orElse(now.truncatedTo(ChronoUnit.SECONDS));
    }

    private static ListedArticle judged(ListedArticle article, Verdict verdict) {
        if (article.state() == ArticleState.UNREAD) {
            return article;
        }
        return switch (verdict.place()) {
            case IN, COPY -> article.in(ArticleState.IN, verdict.why());
            case WAITING -> article.in(ArticleState.WAITING, verdict.why());
            case OUT -> article.state() == ArticleState.SENT ? article : article.in(ArticleState.OUT, verdict.why());
        };
    }
}
