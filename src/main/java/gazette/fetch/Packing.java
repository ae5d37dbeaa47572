package gazette.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * How an answer is packed (RFC 9110 section 8.4.1): what it says, and what it is. Something packed without saying so is
 * unpacked, something that only says so is taken as it is; every layer is capped.
 */
final class Packing {
    /** Octets that a packed stream is told by. */
    private static final int PEEKED = 256;

    private static final int LAYERS = 3;

    private final int most;
    private final String tooMuch;

    Packing(int most, String tooMuch) {
        this.most = most;
        this.tooMuch = tooMuch;
    }

    /** What {@code sent} unpacks to, given what {@code Content-Encoding} says, in the order in which it was packed. */
    InputStream unpack(InputStream sent, List<String> encodings) throws IOException {
        InputStream stream = new BufferedInputStream(new Capped(sent, most, tooMuch), PEEKED * 4);
        for (int i = encodings.size() - 1; i >= 0; i--) {
            String encoding = encodings.get(i).toLowerCase(Locale.ROOT);
            stream = switch (encoding) {
                case "gzip", "x-gzip", "identity", "" -> stream;
                case "deflate" -> inflated(stream);
                default ->
                    throw new Refused("the answer is packed with '" + Shown.of(encoding)
                            + "', which was not asked for: ask the publisher to send it plain or with gzip");
            };
        }
        return gunzipped(stream);
    }

    private InputStream gunzipped(InputStream packed) throws IOException {
        InputStream stream = packed;
        for (int layer = 0; layer < LAYERS; layer++) {
            byte[] start = peek(stream);
            if (start.length < 3 || start[0] != 0x1f || start[1] != (byte) 0x8b || start[2] != 8) {
                return stream;
            }
            stream = layer(new GZIPInputStream(stream, 8192));
        }
        return stream;
    }

    private InputStream inflated(InputStream packed) throws IOException {
        byte[] start = peek(packed);
        for (boolean isRaw : new boolean[] {false, true}) {
            if (start.length > 0 && inflates(start, isRaw)) {
                return layer(new InflaterInputStream(packed, new Inflater(isRaw), 8192));
            }
        }
        return packed;
    }

    private static boolean inflates(byte[] start, boolean isRaw) {
        Inflater inflater = new Inflater(isRaw);
        try {
            inflater.setInput(start);
            inflater.inflate(new byte[PEEKED * 4]);
            return true;
        } catch (DataFormatException somethingElse) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private InputStream layer(InputStream unpacked) {
        return new BufferedInputStream(new Capped(unpacked, most, tooMuch), PEEKED * 4);
    }

    private static byte[] peek(InputStream stream) throws IOException {
        stream.mark(PEEKED);
        byte[] start = stream.readNBytes(PEEKED);
        stream.reset();
        return start;
    }
}
