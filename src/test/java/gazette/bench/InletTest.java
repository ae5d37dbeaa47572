package gazette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InletTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void linesContentAndChunksAreToldApartHoweverTheyComeIn(long seed) throws IOException {
        Random chance = new Random(seed);
        String first =
                "Subject: x\r\n\r\n..two dots\r\n.\r no end\r\n" + "long ".repeat(chance.nextInt(60_000)) + "\r\n";
        String second = "any\r\n.\r\noctets";
        Inlet in = new Inlet(inPieces(
                "DATA\r\n" + first + ".\r\nMAIL\r\nDATA\r\n.\r\nBDAT " + second.length() + "\r\n" + second + "QUIT\r\n",
                chance));
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream two = new ByteArrayOutputStream();

        assertThat(in.line()).contains("DATA");
        assertThat(in.content(Optional.of(one))).isEqualTo(first.length());
        assertThat(in.line()).contains("MAIL");
        assertThat(in.line()).contains("DATA");
        assertThat(in.content(Optional.empty())).isZero();
        assertThat(in.line()).contains("BDAT " + second.length());
        assertThat(in.chunk(second.length(), Optional.of(two))).isEqualTo(second.length());
        assertThat(in.line()).contains("QUIT");
        assertThat(in.line()).isEmpty();
        assertThat(one.toString(StandardCharsets.US_ASCII)).isEqualTo(first);
        assertThat(two.toString(StandardCharsets.US_ASCII)).isEqualTo(second);
    }

    /** As a line brings it: so many octets at a time as it likes. */
    private static InputStream inPieces(String text, Random chance) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                return super.read(into, from, Math.min(most, 1 + chance.nextInt(chance.nextBoolean() ? 3 : 9_000)));
            }
        };
    }
}
