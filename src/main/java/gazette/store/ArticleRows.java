package gazette.store;

import gazette.article.Acquaintance;
import gazette.article.Acquaintance.Met;
import gazette.article.Article;
import gazette.article.Origin;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/** Rows of the tables {@code article} and {@code alias}, written inside one transaction. */
final class ArticleRows {
    private final Session session;
    private final Instant now;

    ArticleRows(Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    /** Stores what there is to store of an article that is known like this. */
    void keep(Article article, Met met, Set<Origin> old) throws SQLException {
        switch (met.standing()) {
            case NEW -> insert(article, old.contains(article.origin()));
            case EDITED -> replace(article, met.first());
            case KNOWN -> {}
        }
        if (met.hasNewName()) {
            name(met.first(), article.origin());
        }
    }

    private void insert(Article article, boolean isHeldBack) throws SQLException {
        String sql = """
                insert into article (source, name, picked_up_at, name_key, address_key, held_back)
                values (?, ?, ?, ?, ?, ?)
                returning id
                """;
        Origin origin = article.origin();
        long id = session.number(
                sql,
                origin.source(),
                origin.name(),
                now,
                Acquaintance.nameKey(origin),
                Acquaintance.addressKey(article),
                isHeldBack);
        Revisions.insert(session, id, article);
    }

    private void replace(Article article, Origin first) throws SQLException {
        String sql = """
                update article
                set address_key = ?
                where id = ?
                """;
        long id = number(session, first);
        session.update(sql, Acquaintance.addressKey(article), id);
        Revisions.retire(session, id, now);
        Revisions.insert(session, id, article);
    }

    private void name(Origin first, Origin also) throws SQLException {
        String sql = """
                insert into alias (source, name, article)
                values (?, ?, ?)
                on conflict (source, name) do nothing
                """;
        session.update(sql, also.source(), also.name(), number(session, first));
    }

    /** The store's number of the article that came first with this origin, or also came by it. */
    static long number(Session session, Origin origin) throws SQLException {
        String sql = """
                select id
                from article
                where source = ? and name = ?
                union all
                select article
                from alias
                where source = ? and name = ?
                """;
        return session.first(sql, row -> row.getLong(1), origin.source(), origin.name(), origin.source(), origin.name())
                .orElseThrow(() -> new IllegalStateException("no article of this origin was kept: " + origin));
    }
}
