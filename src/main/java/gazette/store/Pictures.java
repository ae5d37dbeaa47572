package gazette.store;

import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.Picture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

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

    /** Those of {@code pictures} and of the figures among {@code blocks} that go inside the message. */
    static void insert(Session session, Stream<Picture> pictures, List<Block> blocks) throws SQLException {
        Stream<Picture> figures =
                blocks.stream().filter(Figure.class::isInstance).map(figure -> ((Figure) figure).picture());
        for (Picture picture : Stream.concat(pictures, figures).toList()) {
            if (picture instanceof EmbeddedPicture embedded) {
                insert(session, embedded);
            }
        }
    }

    static byte[] octets(Session session, String digest) throws SQLException {
        String sql = """
                select octets
                from picture
                where digest = ?
                """;
        return session.first(sql, row -> row.getBytes("octets"), digest)
                .orElseThrow(() -> new IllegalStateException("picture " + digest + " is gone"));
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
