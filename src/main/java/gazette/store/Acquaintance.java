package gazette.store;

import gazette.article.Article;
import gazette.article.Articles.Standing;
import gazette.article.Origin;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells how the store knows the articles of one reading, taken one after the other as if each were kept at once. */
final class Acquaintance {
    private final Session session;
    private final Map<Origin, String> met = new HashMap<>();
    private final Set<Text> texts = new HashSet<>();

    private record Text(String source, String fingerprint) {}

    Acquaintance(Session session) {
        this.session = session;
    }

    /** How {@code article} is known; from now on it is. */
    Standing meet(Article article) throws SQLException {
        String fingerprint = article.fingerprint();
        Text text = new Text(article.origin().source(), fingerprint);
        Optional<String> before = textOf(article.origin());
        if (before.isEmpty() && (texts.contains(text) || isKnown(text))) {
            return Standing.KNOWN;
        }
        met.put(article.origin(), fingerprint);
        texts.add(text);
        if (before.isEmpty()) {
            return Standing.NEW;
        }
        return before.get().equals(fingerprint) ? Standing.KNOWN : Standing.EDITED;
    }

    private Optional<String> textOf(Origin origin) throws SQLException {
        String now = met.get(origin);
        if (now != null) {
            return Optional.of(now);
        }
        String sql = """
                select r.fingerprint
                from article a
                join revision r on r.article = a.id and r.replaced_at is null
                where a.source = ? and a.name = ?
                """;
        return session.first(sql, row -> row.getString(1), origin.source(), origin.name());
    }

    /** Whether a file of the source has this text, or had it before it was edited: a copy of it is not news. */
    private boolean isKnown(Text text) throws SQLException {
        String sql = """
                select 1
                from revision r
                join article a on a.id = r.article
                where r.fingerprint = ?
                  and a.source = ?
                """;
        return session.exists(sql, text.fingerprint(), text.source());
    }
}
