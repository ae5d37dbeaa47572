package gazette.delivery;

import gazette.mail.SmtpReply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The replies of one server, one after the other, however they are cut into packets. For one thread. */
final class Replies {
    /** Longest reply, in octets; a line of one has 512 at most (RFC 5321 section 4.5.3.1.5). */
    static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private byte[] octets = new byte[1024];
    private int from;
    private int to;

    Replies(InputStream in) {
        this.in = in;
    }

    /** Whether something has come in that {@link #next} has not taken. */
    boolean hasUnread() {
        return from < to;
    }

    /**
     * The next reply.
     *
     * @throws BrokenOff when the server is gone, or what it says is no reply
     */
    SmtpReply next() throws IOException, BrokenOff {
        int line = 0;
        int end = lineEnd(line);
        while (goesOn(line, end)) {
            line = end;
            end = lineEnd(line);
        }
        String raw = new String(octets, from, end, StandardCharsets.UTF_8);
        from += end;
        return SmtpReply.read(raw.stripTrailing())
                .map(r -> new SmtpReply(r.code(), SmtpSession.tidy(r.text())))
                .orElseThrow(
                        () -> new BrokenOff("the server's answer is no SMTP reply: «" + SmtpSession.tidy(raw) + "»"));
    }

    /** Whether a reply has more lines than this one (RFC 5321 section 4.2.1); places count from its beginning. */
    private boolean goesOn(int line, int end) {
        return end - line > 3
                && octets[from + line + 3] == '-'
                && isDigit(octets[from + line])
                && isDigit(octets[from + line + 1])
                && isDigit(octets[from + line + 2]);
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private int lineEnd(int line) throws IOException, BrokenOff {
        int at = line;
        while (true) {
            for (; from + at < to; at++) {
                if (octets[from + at] == '\n') {
                    return at + 1;
                }
            }
            fill();
        }
    }

    private void fill() throws IOException, BrokenOff {
        System.arraycopy(octets, from, octets, 0, to - from);
        to -= from;
        from = 0;
        if (to >= LONGEST) {
            throw new BrokenOff("the server's reply is longer than " + LONGEST + " octets");
        }
        if (to == octets.length) {
            octets = Arrays.copyOf(octets, 2 * octets.length);
        }
        int count = in.read(octets, to, octets.length - to);
        if (count < 0) {
            throw new BrokenOff("the server closed the connection");
        }
        to += count;
    }
}
