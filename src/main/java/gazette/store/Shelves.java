package gazette.store;

import gazette.article.Origin;
import gazette.article.Source;
import gazette.edition.Candidate;
import gazette.edition.Candidate.History;
import gazette.edition.Newsletter;
import gazette.edition.Plan;
import gazette.edition.Selection.Corrections;
import gazette.edition.Sent;
import gazette.edition.Shelf;
import gazette.edition.Sieve;
import gazette.edition.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an edition could be made of: articles of the newsletter's sources that are in no edition of the cadence, and, when
 * corrections are marked, those whose words changed since; and whatever an editor put back. Each article is read, sifted and let go before the next.
 */
final class Shelves {
    private final Session session;
    private final Newsletter newsletter;
    private final String cadence;
    private final Sieve sieve;
    private final Instant since;
    private final Plan plan;

    /** An article to be sifted. */
    private record Found(long revision, History history) {}

    private Shelves(Session session, Newsletter newsletter, String cadence, Instant slot) throws SQLException {
        this.session = session;
        this.newsletter = newsletter;
        this.cadence = cadence;
        this.sieve = new Sieve(newsletter, slot);
        this.since = slot.minus(Duration.ofDays(Sent.DAYS));
        this.plan = new PlanRows(session, newsletter.id(), cadence).read();
    }

    /** To choose from: without what is settled, and without what was told when there is nothing new. */
    static Shelf read(Session session, Newsletter newsletter, String cadence, Instant slot) throws SQLException {
        Shelves shelves = new Shelves(session, newsletter, cadence, slot);
        List<Candidate> candidates = shelves.candidates();
        return shelves.shelf(candidates, candidates.isEmpty() ? List.of() : shelves.sent(), List.of());
    }

    /** All of it, for whoever asks why. */
    static Shelf look(Session session, Newsletter newsletter, String cadence, Instant slot) throws SQLException {
        Shelves shelves = new Shelves(session, newsletter, cadence, slot);
        return shelves.shelf(shelves.candidates(), shelves.sent(), SettledRows.read(session, newsletter, cadence));
    }

    private List<Candidate> candidates() throws SQLException {
        List<Candidate> candidates = new ArrayList<>();
        boolean marks = newsletter.selection().corrections() == Corrections.MARK;
        for (Source source : newsletter.sources()) {
            sift(fresh(source), candidates);
            sift(marks ? edited(source) : List.of(), candidates);
        }
        sift(putBack(candidates), candidates);
        return candidates;
    }

    /** Those that an editor put back and that would be no candidates otherwise. */
    private List<Found> putBack(List<Candidate> candidates) throws SQLException {
        String sql = """
                select r.id, coalesce(r.published_at, a.picked_up_at) as since,
                  false as was_passed_over, false as is_update
                from article a
                join revision r on r.article = a.id and r.replaced_at is null
                where a.source = ? and a.name = ?
                """;
        Set<Origin> there = candidates.stream().map(Candidate::origin).collect(Collectors.toSet());
        Set<String> sources = newsletter.sources().stream().map(Source::key).collect(Collectors.toSet());
        List<Found> found = new ArrayList<>();
        for (Origin origin : plan.in()) {
            if (plan.isPutBack(origin) && !there.contains(origin) && sources.contains(origin.source())) {
                session.first(sql, Shelves::found, origin.source(), origin.name())
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private List<Sent> sent() throws SQLException {
        return SentRows.read(session, newsletter, cadence, since);
    }

    private Shelf shelf(List<Candidate> candidates, List<Sent> sent, List<Verdict> settled) throws SQLException {
        String id = newsletter.id();
        String number = """
                select max(number)
                from edition
                where newsletter = ?
                """;
        String previous = """
                select slot
                from edition
                where newsletter = ? and cadence = ?
                order by slot desc
                limit 1
                """;
        return new Shelf(
                (int) session.number(number, id) + 1,
                session.first(previous, row -> Instant.ofEpochMilli(row.getLong("slot")), id, cadence),
                candidates,
                sent,
                settled,
                plan);
    }

    private void sift(List<Found> found, List<Candidate> candidates) throws SQLException {
        for (Found one : found) {
            candidates.add(sieve.candidate(Revisions.load(session, one.revision()), one.history()));
        }
    }

    private List<Found> fresh(Source source) throws SQLException {
        String sql = """
                select r.id, coalesce(r.published_at, a.picked_up_at) as since,
                  a.id <= coalesce(
                    (select max(e.shelf_end) from edition e where e.newsletter = ? and e.cadence = ?), 0)
                    as was_passed_over,
                  false as is_update
                from article a
                join revision r on r.article = a.id and r.replaced_at is null
                where a.source = ?
                  and not a.held_back
                  and not exists (
                    select 1
                    from edition_article e
                    where e.newsletter = ? and e.cadence = ? and e.article = a.id and not e.is_update)
                  and not exists (
                    select 1
                    from edition_copy c
                    where c.newsletter = ? and c.cadence = ? and c.article = a.id)
                  and not exists (
                    select 1
                    from left_out o
                    where o.newsletter = ? and o.cadence = ? and o.article = a.id)
                """;
        String id = newsletter.id();
        return session.list(sql, Shelves::found, id, cadence, source.key(), id, cadence, id, cadence, id, cadence);
    }

    /** Those that went out lately with other words than they have now. */
    private List<Found> edited(Source source) throws SQLException {
        String sql = """
                select r.id, before.revision, past.at as since,
                  past.at <= (select max(e.composed_at) from edition e where e.newsletter = ? and e.cadence = ?)
                    as was_passed_over,
                  true as is_update
                from edition_article before
                join edition e on e.id = before.edition
                join article a on a.id = before.article
                join revision r on r.article = a.id and r.replaced_at is null and r.id <> before.revision
                join (select article, max(replaced_at) as at from revision group by article) past
                  on past.article = a.id
                where before.newsletter = ? and before.cadence = ?
                  and e.slot > ?
                  and a.source = ?
                  and not exists (
                    select 1
                    from edition_article again
                    where again.article = a.id
                      and again.newsletter = before.newsletter
                      and again.cadence = before.cadence
                      and again.edition > before.edition)
                  and not exists (
                    select 1
                    from left_out o
                    where o.newsletter = before.newsletter and o.cadence = before.cadence and o.article = a.id)
                """;
        record Edited(Found now, long sent) {}
        String id = newsletter.id();
        List<Edited> edited = session.list(
                sql,
                row -> new Edited(found(row), row.getLong("revision")),
                id,
                cadence,
                id,
                cadence,
                since,
                source.key());
        List<Found> changed = new ArrayList<>();
        for (Edited one : edited) {
            if (!Sieve.sameWords(
                    Revisions.load(session, one.sent()),
                    Revisions.load(session, one.now().revision()))) {
                changed.add(one.now());
            }
        }
        return changed;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("id"),
                new History(
                        Instant.ofEpochMilli(row.getLong("since")),
                        row.getBoolean("was_passed_over"),
                        row.getBoolean("is_update")));
    }
}
