package gazette.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture written anew. The same pixels give the same octets.
 *
 * @param kind {@link Kind#JPEG} or {@link Kind#PNG}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Print(Kind kind, int width, int height, byte[] octets) {
    /** Of a table of colours. */
    private static final int MOST_INDEXED = 256;

    /** @param quality from 0 to 1; 0.82 is where most eyes see no difference any more */
    static Print jpeg(Bitmap bitmap, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
        param.setOptimizeHuffmanTables(true);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        return new Print(Kind.JPEG, bitmap.width(), bitmap.height(), written(writer, param, bitmap.image()));
    }

    /** Without loss; with a table of colours where there are few. */
    static Print png(Bitmap bitmap) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0); // as small as it gets
        boolean hasFew = bitmap.colours(MOST_INDEXED) <= MOST_INDEXED;
        return new Print(
                Kind.PNG,
                bitmap.width(),
                bitmap.height(),
                written(writer, param, hasFew ? indexed(bitmap) : bitmap.image()));
    }

    private static BufferedImage indexed(Bitmap bitmap) {
        Map<Integer, Integer> table = new TreeMap<>();
        for (int pixel : bitmap.pixels()) {
            table.put(pixel, 0);
        }
        int[] colours = table.keySet().stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < colours.length; i++) {
            table.put(colours[i], i);
        }
        int bits = colours.length <= 2 ? 1 : colours.length <= 4 ? 2 : colours.length <= 16 ? 4 : 8;
        IndexColorModel model =
                new IndexColorModel(bits, colours.length, colours, 0, !bitmap.isOpaque(), -1, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(
                bitmap.width(),
                bitmap.height(),
                bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY,
                model);
        int[] row = new int[bitmap.width()];
        for (int y = 0; y < bitmap.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = table.getOrDefault(bitmap.pixels()[y * row.length + x], 0);
            }
            image.getRaster().setPixels(0, y, row.length, 1, row);
        }
        return image;
    }

    private static byte[] written(ImageWriter writer, ImageWriteParam param, BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
