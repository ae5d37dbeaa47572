package gazette.delivery;

import gazette.render.Piece;
import java.util.List;
import java.util.function.Function;

/** The subject: encoded once when it is the same for every reader, else whole for each. */
final class SubjectLine implements Segment {
    private final List<Piece> pieces;
    private final byte[] first;
    private final boolean isSame;

    /** @param pieces of the subject */
    SubjectLine(List<Piece> pieces) {
        this.pieces = pieces;
        this.isSame = pieces.stream().allMatch(Piece.Constant.class::isInstance);
        this.first = isSame ? line(filled(name -> "")) : new byte[0];
    }

    @Override
    public byte[] octets(Addressee reader) {
        return isSame && reader.prefix().isEmpty() ? first : line(reader.prefix() + filled(reader::value));
    }

    private String filled(Function<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            filled.append(piece.fill(values));
        }
        return filled.toString();
    }

    private static byte[] line(String subject) {
        return new Headers().text("Subject", subject).octets();
    }
}
