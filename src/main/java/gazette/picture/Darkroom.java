package gazette.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes one picture, in strips that are made smaller one after the other: a photograph of 12 megapixels never is in
 * memory as a whole. Of a larger one only every second pixel is taken, or every third.
 */
final class Darkroom {
    /** More takes seconds to decode, and no mail is the better for it. */
    static final long MOST_PIXELS = 100_000_000;
    /** A progressive JPEG is whole in memory while it is decoded, outside of the heap: this is some 100 MB. */
    private static final long MOST_PROGRESSIVE = 25_000_000;
    /** Of what is taken: all of a telephone's 12 megapixels. The first strips are decoded again with each further one. */
    private static final long MOST_TAKEN = 12_500_000;
    /** Of a strip: 6 MB at 4 octets each. */
    private static final int STRIP = 1_500_000;

    private final PictureHeader header;
    private final byte[] file;
    private final int width;
    private final int height;

    /** @param file a JPEG, PNG or GIF */
    Darkroom(PictureHeader header, byte[] file) {
        this.header = header;
        this.file = file;
        boolean isTurned =
                jpeg().map(jpeg -> ExifOrientation.isTurned(jpeg.orientation())).orElse(false);
        this.width = isTurned ? header.height() : header.width();
        this.height = isTurned ? header.width() : header.height();
    }

    private Optional<JpegHeader> jpeg() {
        return header.kind() == Kind.JPEG ? JpegHeader.read(new Octets(file)) : Optional.empty();
    }

    /** The picture, the right way up, in this size; no side may be longer than its own. */
    Bitmap develop(int toWidth, int toHeight) throws Undecodable {
        refuseTooLarge();
        int orientation = jpeg().map(JpegHeader::orientation).orElse(ExifOrientation.UPRIGHT);
        boolean isTurned = ExifOrientation.isTurned(orientation);
        ImageReader reader = reader();
        try (ImageInputStream in = new FileStream(decodable())) {
            reader.setInput(in, false, true);
            return read(reader, isTurned ? toHeight : toWidth, isTurned ? toWidth : toHeight)
                    .upright(orientation);
        } catch (IOException | RuntimeException damaged) { // the JDK's readers throw either
            throw new Undecodable("it cannot be decoded (" + damaged.getMessage() + ")");
        } finally {
            reader.dispose();
        }
    }

    private void refuseTooLarge() throws Undecodable {
        if (header.pixels() > MOST_PIXELS) {
            throw new Undecodable("it has more than " + MOST_PIXELS / 1_000_000 + " megapixels");
        }
        if (header.pixels() > MOST_PROGRESSIVE
                && jpeg().filter(JpegHeader::isProgressive).isPresent()) {
            throw new Undecodable(
                    "it is a progressive JPEG of more than " + MOST_PROGRESSIVE / 1_000_000 + " megapixels");
        }
    }

    private byte[] decodable() throws Undecodable {
        return header.kind() == Kind.PNG ? PngChunks.ofPixels(file) : file;
    }

    private ImageReader reader() throws Undecodable {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByMIMEType(header.kind().mediaType());
        if (!readers.hasNext()) {
            throw new Undecodable("this Java reads no " + header.kind().words());
        }
        return readers.next();
    }

    private Bitmap read(ImageReader reader, int toWidth, int toHeight) throws IOException {
        if (reader.getWidth(0) != width || reader.getHeight(0) != height) {
            throw new IOException("its parts differ in size");
        }
        int step = (int) Math.ceil(Math.sqrt(Math.max(1.0, (double) width * height / MOST_TAKEN)));
        int taken = (width + step - 1) / step;
        int rows = (height + step - 1) / step;
        Shrinking shrinking = new Shrinking(taken, rows, Math.min(toWidth, taken), Math.min(toHeight, rows));
        int strip = Math.max(1, STRIP / taken) * step;
        for (int y = 0; y < height; y += strip) {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(0, y, width, Math.min(strip, height - y)));
            param.setSourceSubsampling(step, step, 0, 0);
            rows(reader, param).forEach(shrinking::add);
        }
        return shrinking.bitmap();
    }

    private Rows rows(ImageReader reader, ImageReadParam param) throws IOException {
        Optional<JpegHeader> print = jpeg().filter(JpegHeader::isCmyk);
        if (print.isPresent()) {
            Raster inks = reader.readRaster(0, param);
            return Rows.ofInks(inks, print.get().transform());
        }
        BufferedImage strip = reader.read(0, param);
        return Rows.of(strip);
    }
}
