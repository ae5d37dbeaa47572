package gazette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureHeaderTest {
    /** An APP1 segment that says «turn by a quarter», in the order of octets of Motorola and of Intel. */
    private static final byte[] TURNED_MM = exif("MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0");

    private static final byte[] TURNED_II = exif("II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\10\0\0\0");

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "gif,image/gif"})
    void readsTypeAndSize(String format, String mediaType) throws IOException {
        assertThat(PictureHeader.read(picture(format))).contains(new PictureHeader(mediaType, 321, 17));
    }

    @Test
    void aPictureTakenUprightHasItsSidesChanged() throws IOException {
        byte[] jpeg = picture("jpg");

        assertThat(PictureHeader.read(with(jpeg, TURNED_MM))).contains(new PictureHeader("image/jpeg", 17, 321));
        assertThat(PictureHeader.read(with(jpeg, TURNED_II))).contains(new PictureHeader("image/jpeg", 17, 321));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void onePictureCutOffAnywhereIsNone(String format) throws IOException {
        byte[] whole = picture(format);

        for (int length = 0; length < whole.length - 12; length++) {
            assertThat(PictureHeader.read(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void whatIsNoPictureIsNone() {
        assertThat(PictureHeader.read(new byte[0])).isEmpty();
        assertThat(PictureHeader.read(new byte[] {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P'}))
                .isEmpty();
        assertThat(PictureHeader.read(new byte[] {'G', 'I', 'F', '8', '9', 'a', 0, 0, 2, 0}))
                .isEmpty();
        assertThat(PictureHeader.read(
                        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xD9}))
                .isEmpty();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(321, 17, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }

    /** {@code jpeg} with {@code segment} behind its first marker. */
    private static byte[] with(byte[] jpeg, byte[] segment) {
        byte[] longer = new byte[jpeg.length + segment.length];
        System.arraycopy(jpeg, 0, longer, 0, 2);
        System.arraycopy(segment, 0, longer, 2, segment.length);
        System.arraycopy(jpeg, 2, longer, 2 + segment.length, jpeg.length - 2);
        return longer;
    }

    private static byte[] exif(String tiff) {
        String data = "Exif\0\0" + tiff;
        byte[] segment = new byte[4 + data.length()];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) 0xE1;
        segment[3] = (byte) (2 + data.length());
        for (int i = 0; i < data.length(); i++) {
            segment[4 + i] = (byte) data.charAt(i);
        }
        return segment;
    }
}
