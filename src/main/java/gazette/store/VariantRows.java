package gazette.store;

import gazette.edition.Inline;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.Format;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variants of editions. */
final class VariantRows {
    private VariantRows() {}

    static void insert(Session session, long edition, List<Variant> variants) throws SQLException {
        String sql = """
                insert into variant (edition, place, language, stories, format, absent, subject, html, plain, logic)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        InlineRows inlines = new InlineRows(session, edition);
        for (int place = 0; place < variants.size(); place++) {
            Variant variant = variants.get(place);
            VariantKey key = variant.key();
            session.update(
                    sql,
                    edition,
                    place,
                    key.language().toLanguageTag(),
                    JsonWriter.write(key.stories()),
                    key.format(),
                    Json.array(key.absent().stream().sorted().toList()),
                    variant.subject(),
                    variant.html(),
                    variant.text(),
                    Json.array(variant.logic()));
            inlines.insert(place, variant.inlines());
        }
    }

    /** In the order in which they were inserted. */
    static List<Variant> load(Session session, long edition) throws SQLException {
        String sql = """
                select place, language, stories, format, absent, subject, html, plain, logic
                from variant
                where edition = ?
                order by place
                """;
        Map<Integer, List<Inline>> inlines = new InlineRows(session, edition).load();
        return session.list(sql, row -> variant(row, inlines.getOrDefault(row.getInt("place"), List.of())), edition);
    }

    private static Variant variant(ResultSet row, List<Inline> inlines) throws SQLException {
        return new Variant(
                key(row),
                row.getString("subject"),
                Optional.ofNullable(row.getString("html")),
                row.getString("plain"),
                inlines,
                Json.list(row.getString("logic")));
    }

    private static VariantKey key(ResultSet row) throws SQLException {
        return new VariantKey(
                Locale.forLanguageTag(row.getString("language")),
                ((List<?>) JsonReader.read(row.getString("stories")))
                        .stream().map(Integer.class::cast).toList(),
                Format.valueOf(row.getString("format")),
                Set.copyOf(Json.list(row.getString("absent"))));
    }
}
