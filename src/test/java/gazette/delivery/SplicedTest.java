package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SplicedTest {
    @Test
    void whereverItIsCutItHasTheOctetsOfTheWhole() {
        Random chance = new Random(11);
        for (int round = 0; round < 200; round++) {
            byte[] whole = octets(chance, chance.nextInt(60));
            Spliced spliced = spliced(whole, chance);
            int from = chance.nextInt(whole.length + 1);
            int to = from + chance.nextInt(whole.length + 1 - from);

            assertThat(spliced.toByteArray()).isEqualTo(whole);
            assertThat(spliced.cut(from, to).toByteArray())
                    .as("round %s: %s to %s", round, from, to)
                    .isEqualTo(Arrays.copyOfRange(whole, from, to));
        }
    }

    @Test
    void itIsCopiedAsFarAsThereIsRoomAndGoesOnFromThere() {
        byte[] whole = octets(new Random(3), 50);
        Spliced cut = spliced(whole, new Random(4)).cut(5, 47);
        ByteBuffer copied = ByteBuffer.allocate(42);
        ByteBuffer room = ByteBuffer.allocate(8);

        int from = 0;
        while (from < cut.length()) {
            from += cut.copy(from, room.clear());
            copied.put(room.flip());
        }

        assertThat(copied.array()).isEqualTo(Arrays.copyOfRange(whole, 5, 47));
    }

    @Test
    void twoAreOneBehindTheOther() {
        Spliced two = Spliced.of(new byte[] {1, 2}).and(Spliced.of(new byte[0], new byte[] {3}));

        assertThat(two.length()).isEqualTo(3);
        assertThat(two.toByteArray()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> two.cut(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static byte[] octets(Random chance, int count) {
        byte[] octets = new byte[count];
        chance.nextBytes(octets);
        return octets;
    }

    /** The octets in up to six parts, empty ones among them. */
    private static Spliced spliced(byte[] whole, Random chance) {
        int[] cuts = chance.ints(5, 0, whole.length + 1).sorted().toArray();
        byte[][] parts = new byte[6][];
        int from = 0;
        for (int part = 0; part < 6; part++) {
            int to = part < 5 ? cuts[part] : whole.length;
            parts[part] = Arrays.copyOfRange(whole, from, to);
            from = to;
        }
        return Spliced.of(parts);
    }
}
