package gazette.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.picture.Fitting.Fitted;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the octets of one picture. */
final class FittingTest {
    @Test
    void aPictureThatFitsKeepsItsOctets() throws Exception {
        for (byte[] file : List.of(
                Samples.jpeg(Samples.photograph(600, 400), 0.8f),
                Samples.file(Samples.logo(300, 100), "png"),
                Samples.file(Samples.corners(80, 60), "gif"))) {
            Fitted fitted = fit(file);

            assertThat(fitted.print().octets()).isEqualTo(file);
            assertThat(fitted.problem()).isEmpty();
        }
    }

    @Test
    void aPhotographIsNoWiderThanTwiceTheColumn() throws Exception {
        byte[] camera = Samples.jpeg(Samples.photograph(4000, 3000), 0.95f);

        Print print = fit(camera).print();

        assertThat(print.kind()).isEqualTo(Kind.JPEG);
        assertThat(print.octets().length).isLessThan(400_000);
        assertThat(print.width()).isBetween(600, 1200);
        assertThat(ratio(print)).isCloseTo(4.0 / 3, Offset.offset(0.01));
        assertThat(read(print).getWidth()).isEqualTo(print.width());
        keep("photograph.jpg", print);
    }

    @Test
    void anOpaquePhotographAsPngBecomesAJpegAndADrawingStaysAPng() throws Exception {
        Print photograph =
                fit(Samples.file(Samples.photograph(1500, 1000), "png")).print();
        Print drawing = fit(Samples.file(Samples.corners(2400, 1600), "png")).print();

        assertThat(photograph.kind()).isEqualTo(Kind.JPEG);
        assertThat(drawing.kind()).isEqualTo(Kind.PNG);
        assertThat(drawing.width()).isEqualTo(1200);
        assertThat(read(drawing).getRGB(10, 10)).isEqualTo(0xFFFF0000);
    }

    @Test
    void whatIsTransparentStaysSoAndAddsNoColourToTheEdge() throws Exception {
        Print logo = fit(Samples.file(Samples.logo(2000, 2000), "png")).print();

        BufferedImage read = read(logo);
        assertThat(logo.kind()).isEqualTo(Kind.PNG);
        assertThat(read.getRGB(0, 0) >>> 24).isZero();
        for (int x = 0; x < read.getWidth(); x++) {
            int pixel = read.getRGB(x, read.getHeight() / 2);
            if (pixel >>> 24 > 32) {
                assertThat(pixel >> 16 & 0xFF).isCloseTo(0xB2, Offset.offset(6));
                assertThat(pixel & 0xFF).isCloseTo(0x22, Offset.offset(6));
            }
        }
        keep("logo.png", logo);
    }

    @Test
    void aGifOfOnePictureIsMadeSmallerLikeAnyOther() throws Exception {
        byte[] still = Samples.animated(2000, 100, 1);

        Fitted fitted = fit(still);

        assertThat(GifFrames.isAnimated(still)).isFalse();
        assertThat(GifFrames.isAnimated(Samples.animated(20, 10, 2))).isTrue();
        assertThat(fitted.print().width()).isEqualTo(1200);
        assertThat(fitted.problem()).isEmpty();
    }

    @Test
    void everyPixelIsTheMeanOfWhatItStandsFor() {
        Shrinking shrinking = new Shrinking(3, 3, 2, 2);
        int black = 0xFF000000;
        int white = 0xFFFFFFFF;
        shrinking.add(new int[] {white, black, black});
        shrinking.add(new int[] {black, black, black});
        shrinking.add(new int[] {black, black, 0});

        int[] pixels = shrinking.bitmap().pixels();

        assertThat(pixels[0]).isEqualTo(0xFF717171); // 1 of 1.5 × 1.5
        assertThat(pixels[1]).isEqualTo(black);
        assertThat(pixels[3]).isEqualTo(0x8E000000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureIsTheRightWayUpHoweverTheCameraWasHeld(int orientation) throws Exception {
        BufferedImage shown = Samples.corners(300, 200);
        byte[] file = Samples.held(Samples.jpeg(stored(shown, orientation), 0.9f), orientation);

        Print print = fit(file).print();

        BufferedImage read = read(print);
        assertThat(List.of(print.width(), print.height())).containsExactly(300, 200);
        assertThat(List.of(read.getWidth(), read.getHeight())).containsExactly(300, 200);
        assertThat(nearly(read, 20, 20)).isEqualTo("red");
        assertThat(nearly(read, 280, 20)).isEqualTo("green");
        assertThat(nearly(read, 20, 180)).isEqualTo("blue");
        assertThat(nearly(read, 280, 180)).isEqualTo("white");
    }

    @Test
    void noReaderLearnsWhereAPictureWasTaken() throws Exception {
        byte[] plain = Samples.jpeg(Samples.photograph(300, 200), 0.8f);
        byte[] told = Samples.with(Samples.held(plain, 1), 0xFE, "by somebody");
        byte[] withFilm = Arrays.copyOf(told, told.length + 5000);

        assertThat(new String(told, ISO_8859_1)).contains("N 48 51");
        assertThat(fit(withFilm).print().octets()).isEqualTo(plain);
    }

    @Test
    void aProfileIsHeard() throws Exception {
        byte[] linear = linear(64);

        Print print = fit(linear).print();

        assertThat(read(print).getRGB(5, 5) & 0xFF).isCloseTo(137, Offset.offset(3)); // 64 of 255 in linear light
    }

    @Test
    void greysStayWhatTheyAre() throws Exception {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            BufferedImage grey = new BufferedImage(1500, 1000, type);
            int level = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 257;
            for (int y = 0; y < 1000; y++) {
                for (int x = 0; x < 1500; x++) {
                    grey.getRaster().setSample(x, y, 0, x < 750 ? level : 0);
                }
            }

            Print print = fit(Samples.file(grey, "png")).print();

            assertThat(read(print).getRGB(100, 100) & 0xFF).isEqualTo(100);
        }
    }

    @Test
    void coloursOfPrintBecomeThoseOfAScreen() throws Exception {
        Fitted fitted = fit(Samples.cmyk(300, 200, 255, 0, 255, 51));

        int pixel = read(fitted.print()).getRGB(50, 50);
        assertThat(fitted.problem()).contains("CMYK");
        assertThat(pixel >> 16 & 0xFF).isLessThan(12);
        assertThat(pixel >> 8 & 0xFF).isCloseTo(204, Offset.offset(8));
        assertThat(pixel & 0xFF).isLessThan(12);
    }

    @Test
    void aSmallAnimationGoesOnAndALargeOneStandsStill() throws Exception {
        byte[] small = Samples.animated(100, 80, 5);
        byte[] large = Samples.animated(800, 600, 6);

        assertThat(fit(small).print().octets()).isEqualTo(small);
        assertThat(large.length).isGreaterThan(1_000_000);
        assertThat(fit(large).print().octets().length).isLessThan(400_000);
        assertThat(fit(large).problem()).contains("animation", "first picture");
    }

    @Test
    void noPictureIsEverHeavierThanBefore() throws Exception {
        byte[] tight = Samples.jpeg(Samples.photograph(1300, 900), 0.2f);

        assertThat(fit(tight).print().octets()).isEqualTo(tight);
    }

    @Test
    void theSamePictureGivesTheSameOctets() throws Exception {
        byte[] photograph = Samples.jpeg(Samples.photograph(1600, 1200), 0.95f);
        byte[] logo = Samples.file(Samples.logo(1500, 1500), "png");

        assertThat(fit(photograph).print().octets())
                .isEqualTo(fit(photograph).print().octets());
        assertThat(fit(logo).print().octets()).isEqualTo(fit(logo).print().octets());
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded() {
        byte[] bomb = Samples.blackPng(30_000, 30_000);

        assertThatThrownBy(() -> fit(bomb))
                .isInstanceOf(Undecodable.class)
                .hasMessage("it has more than 100 megapixels");
    }

    @Test
    void aDamagedPictureIsRefused() {
        byte[] png = Samples.file(Samples.photograph(1400, 900), "png");
        Arrays.fill(png, png.length / 2, png.length / 2 + 2000, (byte) 0);

        assertThatThrownBy(() -> fit(png)).isInstanceOf(Undecodable.class).hasMessageContaining("cannot be decoded");
    }

    private static Fitted fit(byte[] file) throws Undecodable {
        return new Fitting(PictureHeader.read(file).orElseThrow(), file).fit();
    }

    private static BufferedImage read(Print print) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(print.octets()));
    }

    private static double ratio(Print print) {
        return (double) print.width() / print.height();
    }

    /** How a camera stores what is to be shown: the table of Exif, written the other way round than in the code. */
    private static BufferedImage stored(BufferedImage shown, int orientation) {
        int w = shown.getWidth();
        int h = shown.getHeight();
        boolean isTurned = orientation >= 5;
        BufferedImage stored = new BufferedImage(isTurned ? h : w, isTurned ? w : h, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int fromLeft = isTurned ? row : column;
                int fromTop = isTurned ? column : row;
                boolean rowFromFar = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
                boolean columnFromFar = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
                boolean right = isTurned ? rowFromFar : columnFromFar;
                boolean bottom = isTurned ? columnFromFar : rowFromFar;
                stored.setRGB(
                        column,
                        row,
                        shown.getRGB(right ? w - 1 - fromLeft : fromLeft, bottom ? h - 1 - fromTop : fromTop));
            }
        }
        return stored;
    }

    private static String nearly(BufferedImage image, int x, int y) {
        int pixel = image.getRGB(x, y);
        boolean red = (pixel >> 16 & 0xFF) > 128;
        boolean green = (pixel >> 8 & 0xFF) > 128;
        boolean blue = (pixel & 0xFF) > 128;
        return red && green && blue ? "white" : red ? "red" : green ? "green" : blue ? "blue" : "black";
    }

    /** A wide JPEG of one level in linear light, with the profile that says so. */
    private static byte[] linear(int level) {
        byte[] icc = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage plain = new BufferedImage(1400, 800, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 800; y++) {
            for (int x = 0; x < 1400; x++) {
                plain.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return Samples.with(Samples.jpeg(plain, 0.95f), 0xE2, "ICC_PROFILE\0\1\1" + new String(icc, ISO_8859_1));
    }

    /** For a person's eyes, when asked for by {@code -Dpictures=FOLDER}. */
    private static void keep(String name, Print print) throws IOException {
        String folder = System.getProperty("pictures", "");
        if (!folder.isEmpty()) {
            Files.write(Path.of(folder, name), print.octets());
        }
    }
}
