package gazette.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a server has got and not read yet: lines, contents up to their final dot, chunks. */
final class Unread {
    private static final String LINE_END = "\r\n";
    private static final String LONE_DOT = "." + LINE_END;
    private static final String FINAL_DOT = LINE_END + LONE_DOT;

    private byte[] octets = {};

    /**
     * A message as it came after 354, one {@code char} an octet.
     *
     * @param stuffed without the final dot
     */
    record Content(String stuffed) {
        boolean isEmpty() {
            return stuffed.isEmpty();
        }

        /** Without the dots that were put before those at the beginning of lines. */
        String unstuffed() {
            return stuffed.replaceAll("(?md)^\\.", "");
        }
    }

    void add(byte[] more, int from, int count) {
        byte[] all = Arrays.copyOf(octets, octets.length + count);
        System.arraycopy(more, from, all, octets.length, count);
        octets = all;
    }

    /** A line, without its end. */
    Optional<String> line() {
        int end = indexOf(LINE_END);
        return end < 0 ? Optional.empty() : Optional.of(text(take(end, end + LINE_END.length())));
    }

    /** So many octets. */
    Optional<String> octets(int count) {
        return octets.length < count ? Optional.empty() : Optional.of(text(take(count, count)));
    }

    /** All up to the final dot. */
    Optional<Content> content() {
        if (startsWith(LONE_DOT)) {
            take(0, LONE_DOT.length());
            return Optional.of(new Content(""));
        }
        int end = indexOf(FINAL_DOT);
        return end < 0
                ? Optional.empty()
                : Optional.of(new Content(text(take(end + LINE_END.length(), end + FINAL_DOT.length()))));
    }

    /** Whether there is something that no lone dot begins with. */
    boolean hasBegunContent() {
        String head = text(Arrays.copyOf(octets, Math.min(LONE_DOT.length(), octets.length)));
        return !LONE_DOT.startsWith(head);
    }

    private byte[] take(int read, int passed) {
        byte[] taken = Arrays.copyOf(octets, read);
        octets = Arrays.copyOfRange(octets, passed, octets.length);
        return taken;
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private boolean startsWith(String text) {
        return octets.length >= text.length()
                && text(Arrays.copyOf(octets, text.length())).equals(text);
    }

    private int indexOf(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + wanted.length <= octets.length; at++) {
            if (Arrays.equals(octets, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
