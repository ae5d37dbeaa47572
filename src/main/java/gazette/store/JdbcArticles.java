package gazette.store;

import gazette.article.Acquaintance;
import gazette.article.Acquaintance.Met;
import gazette.article.Article;
import gazette.article.Articles;
import gazette.article.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Articles in the database: one row per origin, one revision per text that it has or had. */
final class JdbcArticles implements Articles {
    private final Reads reads;
    private final Writes writes;
    private final Clock clock;

    JdbcArticles(Reads reads, Writes writes, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.clock = clock;
    }

    @Override
    public List<Standing> standing(List<Article> read) {
        return reads.read("look articles up", session -> {
            Acquaintance acquaintance = new Acquaintance(new JdbcRecollection(session), read);
            return read.stream()
                    .map(article -> acquaintance.meet(article).standing())
                    .toList();
        });
    }

    @Override
    public List<Standing> keep(List<Article> read, Set<Origin> old) {
        return writes.write("keep articles", session -> {
            Acquaintance acquaintance = new Acquaintance(new JdbcRecollection(session), read);
            ArticleRows rows = new ArticleRows(session, clock.instant());
            List<Standing> standings = new ArrayList<>();
            for (Article article : read) {
                Met met = acquaintance.meet(article);
                rows.keep(article, met, old);
                standings.add(met.standing());
            }
            return standings;
        });
    }

    @Override
    public List<Article> load(List<Origin> origins) {
        return reads.read("load articles", session -> {
            List<Article> articles = new ArrayList<>();
            for (Origin origin : origins) {
                articles.add(Revisions.load(session, current(session, origin)));
            }
            return articles;
        });
    }

    private static long current(Session session, Origin origin) throws SQLException {
        String sql = """
                select id
                from revision
                where article = ? and replaced_at is null
                """;
        return session.number(sql, ArticleRows.number(session, origin));
    }

    @Override
    public List<Listed> list(List<String> sources, int most) {
        return reads.read("list articles", session -> {
            List<Listed> newest = new ArrayList<>();
            for (String source : sources) {
                newest.addAll(list(session, source, most));
            }
            newest.sort(Comparator.comparing(Listed::published).reversed());
            return List.copyOf(newest.subList(0, Math.min(most, newest.size())));
        });
    }

    private static List<Listed> list(Session session, String source, int most) throws SQLException {
        String sql = """
                select a.name, r.id as revision, r.headline, r.language,
                  r.published_date, r.published_time, r.published_zone,
                  coalesce(r.published_at, a.picked_up_at) as published,
                  (select string_agg(e.newsletter || '/' || e.number, ' ' order by e.newsletter, e.number)
                   from edition e
                   where e.id in (select edition from edition_article where article = a.id)
                     or e.id in (select edition from edition_copy where article = a.id and too_late is null)) as editions
                from article a
                join revision r on r.article = a.id and r.replaced_at is null
                where a.source = ?
                order by published desc, a.id
                limit ?
                """;
        record Found(long revision, Listed listed) {}
        List<Found> found =
                session.list(sql, row -> new Found(row.getLong("revision"), listed(source, row)), source, most);
        List<Listed> listed = new ArrayList<>();
        for (Found one : found) {
            listed.add(one.listed().title().isEmpty() ? titled(session, one.listed(), one.revision()) : one.listed());
        }
        return listed;
    }

    /** With an empty title where the article has no headline. */
    private static Listed listed(String source, ResultSet row) throws SQLException {
        String editions = row.getString("editions");
        return new Listed(
                new Origin(source, row.getString("name")),
                Objects.requireNonNullElse(row.getString("headline"), ""),
                Locale.forLanguageTag(row.getString("language")),
                Instant.ofEpochMilli(row.getLong("published")),
                Revisions.published(row),
                editions == null ? List.of() : List.of(editions.split(" ")));
    }

    private static Listed titled(Session session, Listed listed, long revision) throws SQLException {
        return new Listed(
                listed.origin(),
                Revisions.load(session, revision).title(),
                listed.language(),
                listed.published(),
                listed.dated(),
                listed.editions());
    }
}
