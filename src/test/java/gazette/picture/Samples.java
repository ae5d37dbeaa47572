package gazette.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Picture files of every kind, made on the spot. */
final class Samples {
    private Samples() {}

    /** Smooth colours, fine rings that show every fault of a scaling, and the grain of a camera. */
    static BufferedImage photograph(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int grain = 12345;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double far = Math.hypot(x - width / 2.0, y - height / 2.0);
                int ring = (int) (40 * Math.sin(far * far / width / 1.5));
                grain = grain * 1103515245 + 12345;
                int noise = (grain >>> 16) % 16;
                image.setRGB(
                        x,
                        y,
                        level(60 + 120 * x / width + ring + noise) << 16
                                | level(90 + 80 * y / height + ring + noise) << 8
                                | level(150 - 90 * x / width + ring + noise));
            }
        }
        return image;
    }

    private static int level(int level) {
        return Math.max(0, Math.min(255, level));
    }

    /** Red above left, green above right, blue below left, white below right. */
    static BufferedImage corners(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean isLeft = x < width / 2;
                image.setRGB(x, y, y < height / 2 ? isLeft ? 0xFF0000 : 0x00FF00 : isLeft ? 0x0000FF : 0xFFFFFF);
            }
        }
        return image;
    }

    /** A disc on nothing, with a soft edge. */
    static BufferedImage logo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double far = Math.hypot(x - width / 2.0, y - height / 2.0) / (Math.min(width, height) / 2.0);
                int alpha = level((int) (255 * 10 * (1 - far)));
                image.setRGB(x, y, alpha << 24 | 0xB22222);
            }
        }
        return image;
    }

    static byte[] file(RenderedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
            return out.toByteArray();
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
    }

    /** As a camera saves it. */
    static byte[] jpeg(BufferedImage image, float quality) {
        return written("jpeg", List.of(new IIOImage(image, null, null)), quality);
    }

    /** {@code jpeg} as a camera saves it that was held like that, and knows where it is. */
    static byte[] held(byte[] jpeg, int orientation) {
        return with(
                jpeg,
                0xE1,
                "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0N 48 51 E 2 21");
    }

    /** {@code jpeg} with a segment behind its first marker. */
    static byte[] with(byte[] jpeg, int marker, String data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(marker);
        out.write((2 + data.length()) >> 8);
        out.write(2 + data.length());
        out.writeBytes(data.getBytes(ISO_8859_1));
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** As an agency for print sends it: all of one ink mix, written the other way round. */
    static byte[] cmyk(int width, int height, int cyan, int magenta, int yellow, int black) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[] {255 - cyan, 255 - magenta, 255 - yellow, 255 - black});
            }
        }
        byte[] jpeg = written("jpeg", List.of(new IIOImage(raster, null, null)), 0.9f);
        return with(jpeg, 0xEE, "Adobe\0\144\0\0\0\0\0");
    }

    static byte[] animated(int width, int height, int frames) {
        List<IIOImage> all = java.util.stream.IntStream.range(0, frames)
                .mapToObj(i -> {
                    BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
                    frame.createGraphics().drawImage(photograph(width + i, height), 0, 0, null);
                    return new IIOImage(frame, null, null);
                })
                .toList();
        return written("gif", all, -1);
    }

    private static byte[] written(String format, List<IIOImage> images, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (quality >= 0) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            if (images.size() == 1) {
                writer.write(null, images.get(0), param);
            } else {
                writer.prepareWriteSequence(null);
                for (IIOImage image : images) {
                    IIOMetadata words = writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(image.getRenderedImage()), param);
                    writer.writeToSequence(new IIOImage(image.getRenderedImage(), null, words), param);
                }
                writer.endWriteSequence();
            }
        } catch (IOException intoMemory) {
            throw new UncheckedIOException(intoMemory);
        }
        return out.toByteArray();
    }

    /** A black PNG of any size, a thousandth of what it unfolds into. */
    static byte[] blackPng(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0089PNG\r\n\u001A\n".getBytes(ISO_8859_1));
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 1)
                        .array());
        chunk(out, "IDAT", deflated((long) height * (1 + (width + 7) / 8)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflated(long zeros) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[65536];
        byte[] packed = new byte[65536];
        for (long left = zeros; left > 0; left -= some.length) {
            deflater.setInput(some, 0, (int) Math.min(some.length, left));
            while (!deflater.needsInput()) {
                out.write(packed, 0, deflater.deflate(packed));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(packed, 0, deflater.deflate(packed));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(ISO_8859_1));
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type.getBytes(ISO_8859_1));
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** The beginning of a WebP: {@code VP8 }, {@code VP8L} or {@code VP8X}. */
    static byte[] webp(String form, int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(40).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(ISO_8859_1)).putInt(32).put("WEBP".getBytes(ISO_8859_1));
        file.put(form.getBytes(ISO_8859_1)).putInt(20);
        switch (form) {
            case "VP8 " ->
                file.put(new byte[] {0x30, 1, 0, (byte) 0x9D, 1, 0x2A})
                        .putShort((short) (width | 0x4000))
                        .putShort((short) height);
            case "VP8L" -> file.put((byte) 0x2F).putInt((width - 1) | (height - 1) << 14 | 1 << 28);
            default -> file.putInt(0x10).put(three(width - 1)).put(three(height - 1));
        }
        return file.array();
    }

    private static byte[] three(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    /** The boxes that an AVIF or HEIC begins with, with a small copy of the picture before it. */
    static byte[] boxes(String brand, int width, int height) {
        return join(
                box("ftyp", (brand + "\0\0\0\0mif1" + brand).getBytes(ISO_8859_1)),
                box(
                        "meta",
                        join(
                                new byte[4],
                                box("hdlr", new byte[24]),
                                box(
                                        "iprp",
                                        box(
                                                "ipco",
                                                join(
                                                        ispe(160, 120),
                                                        box("colr", new byte[11]),
                                                        ispe(width, height)))))),
                box("mdat", new byte[100]));
    }

    private static byte[] ispe(int width, int height) {
        return box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
    }

    private static byte[] box(String type, byte[] data) {
        return join(ByteBuffer.allocate(4).putInt(8 + data.length).array(), type.getBytes(ISO_8859_1), data);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
