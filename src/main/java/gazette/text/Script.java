package gazette.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The octets of a file and the characters that they stand for, so that its beginning can be changed and the rest is kept
 * octet by octet. Immutable.
 */
final class Script {
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final int UTF_8_MARK = 3;
    private static final int UTF_16_MARK = 2;

    private final byte[] octets;
    private final int mark;
    private final Charset charset;
    private final String text;

    /**
     * @param mark octets of the byte order mark
     * @param text without the mark
     */
    private Script(byte[] octets, int mark, Charset charset, String text) {
        this.octets = octets;
        this.mark = mark;
        this.charset = charset;
        this.text = text;
    }

    /**
     * How {@code octets} are written.
     *
     * @param text that they were read as
     * @return empty when they cannot be written back
     */
    static Optional<Script> of(byte[] octets, String text, boolean isPage) {
        int mark = begins(octets, 0xEF, 0xBB, 0xBF) ? UTF_8_MARK : 0;
        Stream<Charset> candidates = Stream.concat(
                Stream.of(StandardCharsets.UTF_8),
                Stream.concat(
                        isPage ? TextDecoder.declared(octets).stream() : Stream.empty(),
                        Stream.of(TextDecoder.WINDOWS_1252)));
        if (begins(octets, 0xFF, 0xFE) || begins(octets, 0xFE, 0xFF)) {
            mark = UTF_16_MARK;
            candidates = Stream.of(begins(octets, 0xFF) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        int skipped = mark;
        return candidates
                .filter(charset -> new String(octets, skipped, octets.length - skipped, charset).startsWith(text))
                .findFirst()
                .map(charset -> new Script(octets, skipped, charset, text));
    }

    /** Where its line with this number begins, counted from 0; lines from 1. */
    private int beginning(int line) {
        Matcher ends = LINE_END.matcher(text);
        int at = 0;
        for (int number = 1; number < line && ends.find(); number++) {
            at = ends.end();
        }
        return at;
    }

    /** The first {@code lines}, their ends included. */
    String head(int lines) {
        return text.substring(0, beginning(lines + 1));
    }

    /** What its lines end with. */
    String lineEnd() {
        Matcher end = LINE_END.matcher(text);
        return end.find() ? end.group() : "\n";
    }

    /** Whether this charset has the character. */
    boolean canWrite(int codePoint) {
        CharsetEncoder encoder = charset.newEncoder();
        return encoder.canEncode(new String(Character.toChars(codePoint)));
    }

    /** All octets, with {@code head} in place of the first {@code lines}; empty when those cannot be told apart. */
    Optional<byte[]> withHead(int lines, String head) {
        byte[] old = head(lines).getBytes(charset);
        int rest = mark + old.length;
        if (rest > octets.length || !Arrays.equals(octets, mark, rest, old, 0, old.length)) {
            return Optional.empty();
        }
        byte[] fresh = head.getBytes(charset);
        byte[] all = Arrays.copyOf(octets, mark + fresh.length + octets.length - rest);
        System.arraycopy(fresh, 0, all, mark, fresh.length);
        System.arraycopy(octets, rest, all, mark + fresh.length, octets.length - rest);
        return Optional.of(all);
    }

    private static boolean begins(byte[] octets, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (octets.length <= i || octets[i] != (byte) first[i]) {
                return false;
            }
        }
        return true;
    }
}
