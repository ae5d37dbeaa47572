package gazette.store;

import gazette.article.EmbeddedPicture;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The octets of pictures, each once; whoever shows one keeps its size and words beside the digest. */
final class Pictures {
    private Pictures() {}

    static void insert(Session session, EmbeddedPicture picture) throws SQLException {
        String sql = """
                insert into picture (digest, octets)
                values (?, ?)
                on conflict (digest) do nothing
                """;
        session.update(sql, picture.digest(), picture.octets());
    }

    /** From {@code media_type, width, height, alt, octets}. */
    static EmbeddedPicture read(ResultSet row) throws SQLException {
        return new EmbeddedPicture(
                row.getString("media_type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("alt"),
                row.getBytes("octets"));
    }
}
