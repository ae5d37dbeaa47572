package gazette.sink;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What a client says, within bounds: GreenMail itself reads a command or a message of any length into memory. A command
 * that is too long ends the connection. Of a message that is too long everything is read and dropped but its end, so that
 * the client gets an answer (RFC 5321 section 4.5.3.1.10). For one thread.
 */
final class Meter extends FilterInputStream {
    /** Of one message, in octets: more than any mail server of a reader takes, and well within the inbox. */
    static final int MOST_OCTETS = 6 << 20;

    /** Of one command with what was read ahead, in octets. GreenMail answers itself to one of more than 4,096. */
    private static final int LONGEST_COMMAND = 64 << 10;

    /** CR LF . CR LF, as a number of five octets. */
    private static final long END = 0x0D0A2E0D0AL;

    private static final long LINE_END = 0x0D0AL;
    private static final long FIVE_OCTETS = 0xFFFFFFFFFFL;

    private final Allowance allowance;
    private boolean isMessage;
    private Optional<String> refusal = Optional.empty();
    private long read;
    private long taken;
    private long tail;

    Meter(InputStream in, Allowance allowance) {
        super(in);
        this.allowance = allowance;
    }

    /** From here on a command is read, or nothing; what the message before took is given back. */
    void command() {
        isMessage = false;
        read = 0;
        refusal = Optional.empty();
        allowance.giveBack(taken);
        taken = 0;
    }

    /** From here on a message is read. */
    void message() {
        isMessage = true;
        read = 0;
        tail = LINE_END;
    }

    /** The reply to a message that was not taken; empty when it was. */
    Optional<String> refusal() {
        return refusal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        if (!isMessage) {
            int some = super.read(octets, offset, length);
            read += Math.max(0, some);
            return read > LONGEST_COMMAND ? -1 : some;
        }
        return refusal.isEmpty() ? readOn(octets, offset, length) : dropToEnd(octets, offset, length);
    }

    private int readOn(byte[] octets, int offset, int length) throws IOException {
        int some = super.read(octets, offset, length);
        for (int i = 0; i < some; i++) {
            tail = ((tail << 8) | (octets[offset + i] & 0xFF)) & FIVE_OCTETS;
        }
        read += Math.max(0, some);
        if (read > MOST_OCTETS) {
            refusal = Optional.of("552 5.3.4 The sink takes messages of up to " + MOST_OCTETS + " octets");
        } else if (some > 0 && !allowance.take(some)) {
            refusal = Optional.of("452 4.3.1 Too much mail at once: try again");
        } else {
            taken += Math.max(0, some);
        }
        return some;
    }

    /** Gives the end of the message alone, with what was said after it. */
    private int dropToEnd(byte[] octets, int offset, int length) throws IOException {
        while (true) {
            int some = super.read(octets, offset, Math.max(1, length - Long.BYTES));
            for (int i = 0; i < some; i++) {
                tail = ((tail << 8) | (octets[offset + i] & 0xFF)) & FIVE_OCTETS;
                if (tail == END) {
                    return endThen(octets, offset, i + 1, some);
                }
            }
            if (some < 0) {
                return -1;
            }
        }
    }

    private static int endThen(byte[] octets, int offset, int from, int to) {
        byte[] end = {'\r', '\n', '.', '\r', '\n'};
        System.arraycopy(octets, offset + from, octets, offset + end.length, to - from);
        System.arraycopy(end, 0, octets, offset, end.length);
        return end.length + to - from;
    }
}
