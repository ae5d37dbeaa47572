package gazette.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
    @CsvSource({"png,PNG", "jpg,JPEG", "gif,GIF"})
    void readsKindAndSize(String format, Kind kind) throws IOException {
        assertThat(PictureHeader.read(picture(format))).contains(new PictureHeader(kind, 321, 17, true));
    }

    @Test
    void aPictureTakenUprightHasItsSidesChanged() throws IOException {
        byte[] jpeg = picture("jpg");

        assertThat(PictureHeader.read(with(jpeg, TURNED_MM))).contains(new PictureHeader(Kind.JPEG, 17, 321, true));
        assertThat(PictureHeader.read(with(jpeg, TURNED_II))).contains(new PictureHeader(Kind.JPEG, 17, 321, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aPictureCutOffAnywhereIsNotWhole(String format) throws IOException {
        byte[] whole = picture(format);

        for (int length = 0; length < whole.length - 12; length++) {
            assertThat(PictureHeader.read(Arrays.copyOf(whole, length)).filter(PictureHeader::isWhole))
                    .isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"VP8 ", "VP8L", "VP8X"})
    void readsTheThreeFormsOfWebp(String form) {
        byte[] webp = Samples.webp(form, 1023, 77);

        assertThat(PictureHeader.read(webp)).contains(new PictureHeader(Kind.WEBP, 1023, 77, true));
        assertThat(PictureHeader.read(Arrays.copyOf(webp, 15))).isEmpty();
    }

    @Test
    void readsTheSizeOfBoxesButNotThatOfTheirSmallCopy() {
        assertThat(PictureHeader.read(Samples.boxes("avif", 4000, 3000)))
                .contains(new PictureHeader(Kind.AVIF, 4000, 3000, true));
        assertThat(PictureHeader.read(Samples.boxes("heic", 4000, 3000)))
                .contains(new PictureHeader(Kind.HEIC, 4000, 3000, true));
        assertThat(PictureHeader.read(Samples.boxes("isom", 4000, 3000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<svg width='120' height=\"80px\"/>,120,80",
        "<svg viewBox='0 0 24 12'></svg>,24,12",
        "'<svg width=''100%'' viewBox=''0,0,24.5,12''>',24,12",
        "<svg>,300,150",
        "<?xml version='1.0'?><!-- drawn --><!DOCTYPE svg><svg:svg xmlns:svg='x' height='9'>,300,9",
    })
    void readsTheSizeOfAnSvg(String svg, int width, int height) {
        assertThat(PictureHeader.read(svg.getBytes(UTF_8))).contains(new PictureHeader(Kind.SVG, width, height, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><svg width='1'>", "<html><body><svg/></body></html>", "a <svg>", "<svgs>"})
    void aPageWithADrawingIsNoPicture(String page) {
        assertThat(PictureHeader.read(page.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void nothingThatASampleCanBeTurnedIntoBreaksTheReaders() throws IOException {
        List<byte[]> samples = List.of(
                with(picture("jpg"), TURNED_II),
                picture("png"),
                picture("gif"),
                Samples.animated(20, 10, 3),
                Samples.webp("VP8 ", 9, 9),
                Samples.webp("VP8X", 9, 9),
                Samples.boxes("avif", 40, 30),
                "<?xml?><svg width='1' height='2' viewBox='0 0 1 2'>".getBytes(UTF_8));
        Random chance = new Random(20261122);

        for (int round = 0; round < 40_000; round++) {
            byte[] broken = broken(samples.get(round % samples.size()), chance);
            PictureHeader.read(broken)
                    .ifPresent(header -> assertThat(header.pixels()).isPositive());
            GifFrames.isAnimated(broken);
            assertThat(JpegSegments.withoutRecords(broken).length).isLessThanOrEqualTo(Math.max(2, broken.length));
        }
    }

    private static byte[] broken(byte[] sample, Random chance) {
        byte[] broken = Arrays.copyOf(sample, 2 + chance.nextInt(sample.length + 3));
        for (int i = chance.nextInt(6); i >= 0; i--) {
            int at = chance.nextInt(Math.min(broken.length, 64 + chance.nextInt(broken.length)));
            broken[at] = (byte) (chance.nextBoolean() ? chance.nextInt() : chance.nextBoolean() ? 0xFF : 0);
        }
        return broken;
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
