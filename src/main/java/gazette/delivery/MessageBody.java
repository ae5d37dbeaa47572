package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.Inline;
import gazette.edition.Variant;
import gazette.render.Field;
import gazette.render.PersonalText;
import gazette.render.Piece;
import java.util.List;

/**
 * The body of an edition's messages, and the header fields that describe it: the plain-text part alone, or before an
 * HTML part (RFC 2046 section 5.1.4), and that one with the pictures that it shows (RFC 2387). Safe to use from many
 * threads.
 */
final class MessageBody {
    /** In hexadecimal digits: no two of one edition's are the same, and no text holds one. */
    private static final int BOUNDARY_DIGITS = 24;

    private final Fingerprints boundaries;
    private final InlineParts pictures;

    MessageBody(Edition edition, InlineParts pictures) {
        this.boundaries = Fingerprints.of("boundary", edition);
        this.pictures = pictures;
    }

    /**
     * Adds {@code variant} to {@code message}, whose header is there.
     *
     * @return the encoded HTML part, empty when there is none
     */
    List<Segment> addTo(Segments message, Variant variant) {
        message.constant().add(new Headers().tokens("MIME-Version", "1.0").octets());
        if (variant.html().isEmpty()) {
            addText(message, "plain", encoded(PersonalText.pieces(ended(variant.text()))));
            return List.of();
        }
        List<Segment> html = encoded(Field.pieces(variant.html().get()));
        addAlternative(message, variant, html);
        return html;
    }

    /** Nothing but its own line end ends a message without a boundary. */
    private static String ended(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    private void addAlternative(Segments message, Variant variant, List<Segment> html) {
        String boundary = boundary(variant);
        open(message, "alternative", boundary + ".a");
        addText(message, "plain", encoded(PersonalText.pieces(variant.text())));
        next(message, boundary + ".a");
        if (variant.inlines().isEmpty()) {
            addText(message, "html", html);
        } else {
            addRelated(message, boundary + ".r", html, variant.inlines());
        }
        close(message, boundary + ".a");
    }

    private void addRelated(Segments message, String boundary, List<Segment> html, List<Inline> inlines) {
        open(message, "related", boundary);
        addText(message, "html", html);
        for (Inline inline : inlines) {
            next(message, boundary);
            message.add(Segment.Constant.shared(pictures.of(inline)));
        }
        close(message, boundary);
    }

    /** Begins with {@code =_}, which quoted-printable and base64 never write (RFC 2045 section 6.7). */
    private String boundary(Variant variant) {
        return "=_" + boundaries.of(variant.language().toLanguageTag()).substring(0, BOUNDARY_DIGITS);
    }

    private static void open(Segments message, String subtype, String boundary) {
        message.constant()
                .add(new Headers()
                        .tokens("Content-Type", "multipart/" + subtype + ";", "boundary=\"" + boundary + "\"")
                        .octets());
        message.endHeader().constant().add("--" + boundary).lineEnd();
    }

    /** The line end before a boundary belongs to it (RFC 2046 section 5.1.1). */
    private static void next(Segments message, String boundary) {
        message.constant().lineEnd().add("--" + boundary).lineEnd();
    }

    private static void close(Segments message, String boundary) {
        message.constant().lineEnd().add("--" + boundary + "--").lineEnd();
    }

    private static void addText(Segments message, String subtype, List<Segment> encoded) {
        message.constant()
                .add(new Headers()
                        .tokens("Content-Type", "text/" + subtype + ";", "charset=UTF-8")
                        .tokens("Content-Transfer-Encoding", "quoted-printable")
                        .octets());
        message.endHeader();
        encoded.forEach(message::add);
    }

    private static List<Segment> encoded(List<Piece> pieces) {
        Segments segments = new Segments();
        for (int i = 0; i < pieces.size(); i++) {
            add(segments, pieces.get(i), end(pieces, i));
        }
        return segments.finish();
    }

    private static void add(Segments segments, Piece piece, QuotedPrintable.End end) {
        if (piece instanceof Piece.Constant constant) {
            QuotedPrintable.write(constant.text(), end, segments.constant());
        } else {
            segments.add(reader -> {
                Octets value = new Octets(128);
                QuotedPrintable.write(piece.fill(reader::value), end, value);
                return value.toByteArray();
            });
        }
    }

    /** Around a personal piece lines are broken softly, so that no value makes one too long. */
    private static QuotedPrintable.End end(List<Piece> pieces, int i) {
        if (i + 1 == pieces.size()) {
            return QuotedPrintable.End.OF_LINE;
        }
        return pieces.get(i + 1) instanceof Piece.Constant constant
                        && constant.text().startsWith("\n")
                ? QuotedPrintable.End.OF_LINE
                : QuotedPrintable.End.OF_STRETCH;
    }
}
