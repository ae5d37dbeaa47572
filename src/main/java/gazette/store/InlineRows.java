package gazette.store;

import gazette.article.EmbeddedPicture;
import gazette.edition.Inline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pictures inside the variants of one edition. Variants show the same ones, so that each is written and read once,
 * and shared.
 */
final class InlineRows {
    private final Session session;
    private final long edition;
    /** Of those that were written, so that none is digested twice. */
    private final IdentityHashMap<EmbeddedPicture, String> digests = new IdentityHashMap<>();
    /** Those that were read. */
    private final Map<Look, EmbeddedPicture> pictures = new HashMap<>();

    /** A picture as a variant shows it. */
    private record Look(String digest, String mediaType, int width, int height, String alt) {}

    private record Row(int variant, String contentId, Look look) {}

    InlineRows(Session session, long edition) {
        this.session = session;
        this.edition = edition;
    }

    void insert(int variant, List<Inline> inlines) throws SQLException {
        String sql = """
                insert into inline (edition, variant, place, content_id, picture, media_type, width, height, alt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        for (int place = 0; place < inlines.size(); place++) {
            EmbeddedPicture picture = inlines.get(place).picture();
            session.update(
                    sql,
                    edition,
                    variant,
                    place,
                    inlines.get(place).contentId(),
                    keep(picture),
                    picture.mediaType(),
                    picture.width(),
                    picture.height(),
                    picture.alt());
        }
    }

    private String keep(EmbeddedPicture picture) throws SQLException {
        String known = digests.get(picture);
        if (known != null) {
            return known;
        }
        Pictures.insert(session, picture);
        digests.put(picture, picture.digest());
        return picture.digest();
    }

    /** By the place of the variant, in the order in which they were inserted. */
    Map<Integer, List<Inline>> load() throws SQLException {
        String sql = """
                select variant, content_id, picture, media_type, width, height, alt
                from inline
                where edition = ?
                order by variant, place
                """;
        Map<Integer, List<Inline>> inlines = new HashMap<>();
        for (Row row : session.list(sql, InlineRows::row, edition)) {
            Inline inline = new Inline(row.contentId(), picture(row.look()));
            inlines.computeIfAbsent(row.variant(), place -> new ArrayList<>()).add(inline);
        }
        return inlines;
    }

    private static Row row(ResultSet row) throws SQLException {
        Look look = new Look(
                row.getString("picture"),
                row.getString("media_type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("alt"));
        return new Row(row.getInt("variant"), row.getString("content_id"), look);
    }

    private EmbeddedPicture picture(Look look) throws SQLException {
        EmbeddedPicture known = pictures.get(look);
        if (known != null) {
            return known;
        }
        byte[] octets = Pictures.octets(session, look.digest());
        EmbeddedPicture picture =
                new EmbeddedPicture(look.mediaType(), look.width(), look.height(), look.alt(), octets);
        pictures.put(look, picture);
        return picture;
    }
}
