package gazette.picture;

import java.util.Optional;

/** AVIF and HEIC: boxes in boxes (ISO/IEC 14496-12), of which {@code ispe} has a size. */
final class BoxHeader {
    /** A box that begins with a version and flags before what is in it. */
    private static final String META = "meta";

    private final Octets octets;
    private long width;
    private long height;

    private BoxHeader(Octets octets) {
        this.octets = octets;
    }

    static Optional<PictureHeader> read(Octets octets) {
        Optional<Kind> kind = kind(octets);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        BoxHeader header = new BoxHeader(octets);
        header.walk(0, octets.length());
        return PictureHeader.of(kind.get(), header.width, header.height, true);
    }

    /** The brands: the major one, and after its version the compatible ones. */
    private static Optional<Kind> kind(Octets octets) {
        long end = Math.min(octets.big(0, 4), 256);
        boolean isHeic = false;
        for (long at = 8; at + 4 <= end; at += 4) {
            if (octets.has(at, "avif") || octets.has(at, "avis")) {
                return Optional.of(Kind.AVIF);
            }
            isHeic |= octets.has(at, "hei") || octets.has(at, "hev");
        }
        return isHeic ? Optional.of(Kind.HEIC) : Optional.empty();
    }

    /** Keeps the largest size: a picture may be put together of tiles, and have a small copy of itself. */
    private void walk(long from, long end) {
        long at = from;
        while (at + 8 <= end) {
            long size = octets.big(at, 4);
            if (size < 8) { // 0 to the end of the file, 1 for one of over 4 GB: neither comes before the size
                return;
            }
            long next = Math.min(at + size, end);
            if (octets.has(at + 4, META)) {
                walk(at + 12, next);
            } else if (octets.has(at + 4, "iprp") || octets.has(at + 4, "ipco")) {
                walk(at + 8, next);
            } else if (octets.has(at + 4, "ispe") && octets.big(at + 12, 4) * octets.big(at + 16, 4) > width * height) {
                width = octets.big(at + 12, 4);
                height = octets.big(at + 16, 4);
            }
            at += size;
        }
    }
}
