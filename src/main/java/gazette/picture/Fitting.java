package gazette.picture;

import java.util.Locale;
import java.util.Optional;

/**
 * Makes the picture of a file fit to go out inside a message: no wider than any screen shows it, not heavy, the right way
 * up, in colours of a screen. One that is all of it already keeps its octets, but for what a camera wrote into it.
 */
final class Fitting {
    /** In pixels: twice the column of 600, for sharp screens. */
    private static final int WIDEST = 1200;
    /** A column of five screens of a phone; and what fits into memory beside its encoder. */
    private static final int MOST_PIXELS = 2_000_000;
    /** Of one picture: ten of them are what the strictest mail servers let through, in base64. */
    private static final int MOST_OCTETS = 400_000;
    /** An animation is lost when it is made smaller. */
    private static final int MOST_ANIMATED = 1_000_000;

    private static final float QUALITY = 0.82f;
    /** Drawings and screenshots have fewer, also once their edges are smoothed; photographs have more. */
    private static final int FEW_COLOURS = 8192;

    /**
     * A picture as it goes out.
     *
     * @param problem what is odd about it; empty when all is well
     */
    record Fitted(Print print, String problem) {}

    private final PictureHeader header;
    private final byte[] file;
    private final Optional<JpegHeader> jpeg;

    /** @param file a JPEG, PNG or GIF */
    Fitting(PictureHeader header, byte[] file) {
        this.header = header;
        this.file = file;
        this.jpeg = header.kind() == Kind.JPEG ? JpegHeader.read(new Octets(file)) : Optional.empty();
    }

    Fitted fit() throws Undecodable {
        Print bare = bare();
        boolean isAnimated = header.kind() == Kind.GIF && GifFrames.isAnimated(file);
        if (isAnimated ? file.length <= MOST_ANIMATED : isFit(bare)) {
            return new Fitted(bare, "");
        }
        Print smaller = smaller();
        boolean isWorse = smaller.octets().length >= bare.octets().length && !isUnusable();
        Print best = isWorse ? bare : smaller;
        return new Fitted(best, problem(best, isAnimated && !isWorse));
    }

    private Print bare() {
        byte[] octets = jpeg.isPresent() ? JpegSegments.withoutRecords(file) : file;
        return new Print(header.kind(), header.width(), header.height(), octets);
    }

    private boolean isFit(Print bare) {
        return header.width() <= WIDEST && bare.octets().length <= MOST_OCTETS && !isUnusable();
    }

    /** Whether some mail programs would show it lying on its side, or not at all. */
    private boolean isUnusable() {
        return jpeg.filter(j -> j.isCmyk() || j.orientation() != ExifOrientation.UPRIGHT)
                .isPresent();
    }

    /** As wide as may be; narrower while that is too heavy, but not narrower than the column. */
    private Print smaller() throws Undecodable {
        double most = Math.min(1, Math.sqrt((double) MOST_PIXELS / header.pixels()));
        int width = Math.max(1, (int) Math.min(WIDEST, header.width() * most));
        Bitmap bitmap = new Darkroom(header, file).develop(width, height(width));
        Print print = print(bitmap);
        while (print.octets().length > MOST_OCTETS && width > WIDEST / 2) {
            width = Math.max(WIDEST / 2, width * 3 / 4);
            print = print(bitmap.smaller(Math.min(width, bitmap.width()), Math.min(height(width), bitmap.height())));
        }
        return print;
    }

    private int height(int width) {
        return (int) Math.max(1, Math.round((double) header.height() * width / header.width()));
    }

    private Print print(Bitmap bitmap) {
        if (!bitmap.isOpaque()) {
            return Print.png(bitmap);
        }
        boolean isDrawing = jpeg.isEmpty() && bitmap.colours(FEW_COLOURS) <= FEW_COLOURS;
        Print lossless = isDrawing ? Print.png(bitmap) : Print.jpeg(bitmap, QUALITY);
        return isDrawing && lossless.octets().length > MOST_OCTETS ? Print.jpeg(bitmap, QUALITY) : lossless;
    }

    private String problem(Print best, boolean isStilled) {
        if (isStilled) {
            return "its animation of " + megabytes(file.length)
                    + " is too heavy to send, so its first picture is shown:" + " make it smaller than "
                    + megabytes(MOST_ANIMATED);
        }
        if (best.octets().length > MOST_OCTETS) {
            return "it weighs " + megabytes(best.octets().length) + " in every message: save it as a JPEG, or smaller";
        }
        return jpeg.filter(JpegHeader::isCmyk).isPresent()
                ? "its colours are those of print (CMYK) and look a little different on a screen: save it as RGB"
                : "";
    }

    static String megabytes(int octets) {
        return String.format(Locale.ROOT, "%.1f MB", octets / 1_000_000.0);
    }
}
