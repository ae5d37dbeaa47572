package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ContentTest {
    @Test
    void aDotThatBeginsALineIsDoubledAndTheLastLineIsADot() {
        assertThat(wire(".a\r\n..\r\nb.\r\n")).isEqualTo("..a\r\n...\r\nb.\r\n.\r\n");
        assertThat(wire("no end")).isEqualTo("no end\r\n.\r\n");
        assertThat(wire("")).isEqualTo(".\r\n");
    }

    @Test
    void whateverStandsAtTheBordersOfPiecesIsTheSameMessageForTheReceiver() {
        Random chance = new Random(5);
        for (int round = 0; round < 300; round++) {
            StringBuilder message = new StringBuilder("x".repeat(Pieces.LAST - 20));
            for (int i = 0; i < 40; i++) {
                message.append(List.of(".", "\r\n", "a", "\r\n.").get(chance.nextInt(4)));
            }
            message.append("\r\n");

            String wire = wire(message.toString());

            assertThat(wire).endsWith("\r\n.\r\n");
            assertThat(received(wire)).as("round %s", round).isEqualTo(message.toString());
        }
    }

    @Test
    void theDotIsCompleteOnlyWithTheLastPieceAndNoPieceIsLarger() {
        for (int size = Pieces.LARGEST + Pieces.LAST - 10; size < Pieces.LARGEST + Pieces.LAST + 10; size++) {
            Content content = Content.of(("x".repeat(size - 2) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            List<byte[]> pieces = pieces(content);
            byte[] allButTheLast = join(pieces.subList(0, pieces.size() - 1));

            assertThat(pieces).allSatisfy(p -> assertThat(p).hasSizeBetween(1, Pieces.LARGEST));
            assertThat(pieces.get(pieces.size() - 1)).hasSize(Pieces.LAST);
            assertThat(new String(allButTheLast, StandardCharsets.US_ASCII)).doesNotContain("\r\n.\r\n");
        }
    }

    private static String received(String wire) {
        StringBuilder message = new StringBuilder();
        for (String line : wire.split("(?<=\r\n)")) {
            if (line.equals(".\r\n")) {
                return message.toString();
            }
            message.append(line.startsWith(".") ? line.substring(1) : line);
        }
        return "no final dot";
    }

    private static String wire(String message) {
        return new String(
                join(pieces(Content.of(message.getBytes(StandardCharsets.US_ASCII)))), StandardCharsets.US_ASCII);
    }

    private static List<byte[]> pieces(Content content) {
        Pieces wire = content.afterData();
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i < wire.count() - 1; i++) {
            pieces.add(wire.piece(i).toByteArray());
        }
        pieces.add(wire.last(new byte[0]).toByteArray());
        return pieces;
    }

    private static byte[] join(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
