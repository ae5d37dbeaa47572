package gazette.store;

import gazette.article.EmbeddedPicture;
import gazette.article.Picture;
import gazette.edition.EditionId;
import gazette.edition.Illustrations;
import gazette.edition.Illustrations.Shown;
import gazette.edition.Rendering;
import gazette.edition.TemplateText;
import gazette.edition.Variant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was made of editions for their readers: the template, the pictures, and the variants. */
final class RenderingRows {
    private RenderingRows() {}

    static void insert(Session session, long edition, Rendering rendering) throws SQLException {
        String sql = """
                update edition
                set template_text = ?, fields = ?
                where id = ?
                """;
        session.update(
                sql,
                insert(session, rendering.template()),
                Json.array(rendering.fields().stream().sorted().toList()),
                edition);
        for (Map.Entry<String, Shown> shown : rendering.illustrations().shown().entrySet()) {
            insert(session, edition, shown.getKey(), shown.getValue());
        }
        VariantRows.insert(session, edition, rendering.variants());
    }

    /** The digest that the template is known by. */
    private static String insert(Session session, TemplateText template) throws SQLException {
        String files = Json.object(template.files());
        String digest = digest(template.name() + "\n" + files);
        String sql = """
                insert into template_text (digest, name, files)
                values (?, ?, ?)
                on conflict (digest) do nothing
                """;
        session.update(sql, digest, template.name(), files);
        return digest;
    }

    private static String digest(String text) {
        try {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }

    private static void insert(Session session, long edition, String key, Shown shown) throws SQLException {
        Optional<Picture> picture = shown.picture();
        if (picture.isPresent() && picture.get() instanceof EmbeddedPicture embedded) {
            Pictures.insert(session, embedded);
        }
        String sql = """
                insert into illustration (edition, key, shown, problem)
                values (?, ?, ?, ?)
                """;
        session.update(sql, edition, key, picture.map(PictureText::json).map(JsonWriter::write), shown.problem());
    }

    /** Empty when there is no such edition, or nothing was made of it yet. */
    static Optional<Rendering> load(Session session, EditionId edition) throws SQLException {
        Optional<Long> id = EditionRows.lookUp(session, edition);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        List<Variant> variants = VariantRows.load(session, id.get());
        return variants.isEmpty() ? Optional.empty() : Optional.of(load(session, id.get(), variants));
    }

    private static Rendering load(Session session, long id, List<Variant> variants) throws SQLException {
        String sql = """
                select coalesce(t.name, e.template) as name, coalesce(t.files, '{}') as files, e.fields
                from edition e
                left join template_text t on t.digest = e.template_text
                where e.id = ?
                """;
        Illustrations illustrations = new Illustrations(shown(session, id));
        return session.first(sql, row -> rendering(row, illustrations, variants), id)
                .orElseThrow();
    }

    private static Rendering rendering(ResultSet row, Illustrations illustrations, List<Variant> variants)
            throws SQLException {
        return new Rendering(
                new TemplateText(row.getString("name"), Json.map(row.getString("files"))),
                illustrations,
                Set.copyOf(Json.list(row.getString("fields"))),
                variants);
    }

    private static Map<String, Shown> shown(Session session, long edition) throws SQLException {
        String sql = """
                select key, shown, problem
                from illustration
                where edition = ?
                """;
        record Row(String key, Optional<String> picture, String problem) {}
        List<Row> rows = session.list(
                sql,
                row -> new Row(
                        row.getString("key"), Optional.ofNullable(row.getString("shown")), row.getString("problem")),
                edition);
        Map<String, Shown> shown = new HashMap<>();
        for (Row row : rows) {
            Optional<Picture> picture = row.picture().isEmpty()
                    ? Optional.empty()
                    : Optional.of(PictureText.read(
                            session, JsonReader.read(row.picture().get())));
            shown.put(row.key(), new Shown(picture, row.problem()));
        }
        return shown;
    }
}
