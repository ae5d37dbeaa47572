package gazette.store;

import gazette.edition.Note;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An editor's note as JSON: {@code {"title", "byline", "body", "subject", "preheader"}}, the last two left out where the
 * note says nothing of them. {@link BodyText} has the body.
 */
final class NoteText {
    private NoteText() {}

    static String write(Note note) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", note.title());
        json.put("byline", note.byline());
        json.put("body", BodyText.json(note.blocks()));
        note.subject().ifPresent(subject -> json.put("subject", subject));
        note.preheader().ifPresent(preheader -> json.put("preheader", preheader));
        return JsonWriter.write(json);
    }

    /** The note of what {@link #write} wrote; the octets of embedded pictures are looked up. */
    static Note read(Session session, String json) throws SQLException {
        Map<?, ?> parts = (Map<?, ?>) JsonReader.read(json);
        return new Note(
                words(parts, "title").orElse(""),
                words(parts, "byline").orElse(""),
                BodyText.blocks(session, (List<?>) Objects.requireNonNull(parts.get("body"))),
                words(parts, "subject"),
                words(parts, "preheader"));
    }

    private static Optional<String> words(Map<?, ?> parts, String name) {
        return Optional.ofNullable((String) parts.get(name));
    }
}
