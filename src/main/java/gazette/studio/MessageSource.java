package gazette.studio;

import gazette.check.Dissection.Piece;
import gazette.check.Specimen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A message as it is on the wire. */
final class MessageSource {
    /** More of a message's octets than anybody reads through. */
    private static final int MOST_SOURCE = 200_000;

    private MessageSource() {}

    /** The octets of a message as text; what is longer than anybody reads is cut. */
    static String text(Specimen specimen) {
        String raw = specimen.raw();
        String read = raw.substring(0, Math.min(raw.length(), MOST_SOURCE));
        String text = new String(read.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return raw.length() > MOST_SOURCE ? text + "\n…" : text;
    }

    /** The tree of a message's parts. */
    static List<Map<String, Object>> pieces(Specimen specimen) {
        return specimen.pieces().stream().map(MessageSource::piece).toList();
    }

    private static Map<String, Object> piece(Piece piece) {
        return Map.of(
                "depth", piece.depth(),
                "type", piece.mediaType(),
                "charset", piece.charset(),
                "encoding", piece.encoding(),
                "octets", piece.octets());
    }
}
