package gazette.store;

import gazette.edition.EditionId;
import gazette.edition.Inline;
import gazette.edition.Variant;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What editions were rendered into. */
final class VariantRows {
    private VariantRows() {}

    static void insert(Session session, long edition, List<Variant> variants) throws SQLException {
        String sql = """
                insert into variant (edition, place, language, subject, html, plain)
                values (?, ?, ?, ?, ?, ?)
                """;
        for (int place = 0; place < variants.size(); place++) {
            Variant variant = variants.get(place);
            session.update(
                    sql,
                    edition,
                    place,
                    variant.language().toLanguageTag(),
                    variant.subject(),
                    variant.html(),
                    variant.text());
            insertInlines(session, edition, place, variant.inlines());
        }
    }

    private static void insertInlines(Session session, long edition, int variant, List<Inline> inlines)
            throws SQLException {
        String sql = """
                insert into inline (edition, variant, place, content_id, picture, media_type, width, height, alt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        for (int place = 0; place < inlines.size(); place++) {
            Inline inline = inlines.get(place);
            Pictures.insert(session, inline.picture());
            session.update(
                    sql,
                    edition,
                    variant,
                    place,
                    inline.contentId(),
                    inline.picture().digest(),
                    inline.picture().mediaType(),
                    inline.picture().width(),
                    inline.picture().height(),
                    inline.picture().alt());
        }
    }

    static List<Variant> load(Session session, EditionId edition) throws SQLException {
        Optional<Long> found = EditionRows.lookUp(session, edition);
        return found.isPresent() ? load(session, found.get()) : List.of();
    }

    private static List<Variant> load(Session session, long id) throws SQLException {
        String sql = """
                select place, language, subject, html, plain
                from variant
                where edition = ?
                order by place
                """;
        List<List<Inline>> inlines = new ArrayList<>();
        long variants = session.number("select count(*) from variant where edition = ?", id);
        for (int place = 0; place < variants; place++) {
            inlines.add(inlines(session, id, place));
        }
        return session.list(
                sql,
                row -> new Variant(
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("plain"),
                        inlines.get(row.getInt("place"))),
                id);
    }

    private static List<Inline> inlines(Session session, long edition, int variant) throws SQLException {
        String sql = """
                select i.content_id, i.media_type, i.width, i.height, i.alt, p.octets
                from inline i
                join picture p on p.digest = i.picture
                where i.edition = ? and i.variant = ?
                order by i.place
                """;
        return session.list(sql, row -> new Inline(row.getString("content_id"), Pictures.read(row)), edition, variant);
    }
}
