package gazette.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a client sends, read in large pieces and looked at eight octets at a time, so that a sink costs the sender's
 * machine little. For one thread.
 */
final class Inlet {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LINE_ENDS = ONES * '\n';

    /** A message may be as long; nothing that is measured comes near. */
    private static final int MOST = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[256 * 1024];
    private int from;
    private int to;

    Inlet(InputStream in) {
        this.in = in;
    }

    /** Whether there is something to read without waiting. */
    boolean hasMore() {
        return from < to;
    }

    /** A line without its end; empty when the client has gone between two commands. */
    Optional<String> line() throws IOException {
        int scanned = from;
        while (true) {
            int end = lineEnd(scanned, to);
            if (end < to) {
                String line = new String(buffer, from, end - from, StandardCharsets.UTF_8);
                from = end + 1;
                return Optional.of(line.stripTrailing());
            }
            scanned = to - from;
            if (!fill()) {
                return Optional.empty();
            }
            scanned += from;
        }
    }

    /**
     * Reads up to the final dot (RFC 5321 section 4.5.2) and past it.
     *
     * @param copy takes the octets, dots as they were stuffed; null for nobody
     * @return how many octets there were before the final dot
     */
    long content(Optional<ByteArrayOutputStream> copy) throws IOException {
        long length = 0;
        int scanned = from;
        boolean lineBegins = true;
        while (true) {
            int end = lineBegins ? scanned : lineEnd(scanned, to) + 1;
            if (end + 3 <= to) {
                if (buffer[end] == '.' && buffer[end + 1] == '\r' && buffer[end + 2] == '\n') {
                    length += take(end, copy);
                    from = end + 3;
                    return length;
                }
                scanned = end;
                lineBegins = false;
            } else {
                int keep = Math.min(end, to);
                lineBegins = end <= to;
                length += take(keep, copy);
                scanned = 0;
                needMore();
                scanned = from;
            }
        }
    }

    /** Reads so many octets (RFC 3030 section 2). */
    long chunk(long size, Optional<ByteArrayOutputStream> copy) throws IOException {
        long left = size;
        while (left > 0) {
            if (from == to) {
                needMore();
            }
            left -= take((int) Math.min(to, from + left), copy);
        }
        return size;
    }

    private long take(int end, Optional<ByteArrayOutputStream> copy) throws IOException {
        int count = end - from;
        if (copy.isPresent()) {
            copy.get().write(buffer, from, count);
            if (copy.get().size() > MOST) {
                throw new IOException("a message is longer than " + MOST + " octets");
            }
        }
        from = end;
        return count;
    }

    /** Where the first line feed is between {@code start} and {@code end}; {@code end} when there is none. */
    private int lineEnd(int start, int end) {
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long octets = (long) LONGS.get(buffer, at) ^ LINE_ENDS;
            long found = (octets - ONES) & ~octets & HIGHS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private void needMore() throws IOException {
        if (!fill()) {
            throw new EOFException("the client went away in the middle");
        }
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            throw new IOException("a line is longer than " + buffer.length + " octets");
        }
        int count = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, count);
        return count > 0;
    }
}
