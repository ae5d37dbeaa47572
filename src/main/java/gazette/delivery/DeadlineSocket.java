package gazette.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A socket whose every wait ends. What was written has to be taken within the limit; what is read after it has to be
 * there, whole, within the limit too, so that a peer which drips octets gains nothing. The sockets of the JDK have no
 * time limit for writing.
 *
 * <p>Sends at once (TCP_NODELAY): Nagle's algorithm would keep the end of each message back for 40 ms. For one thread,
 * but for {@link #close}, which any thread may call and which ends a wait at once.
 */
final class DeadlineSocket extends Socket {
    /** Most octets that a peer may send between two writes of ours: replies are bounded, memory with them. */
    static final int MAX_UNASKED = 64 * 1024;

    private final SocketChannel channel;
    private final Selector selector;

    /** On the way from many parts to one write, where the system takes it from without a copy. */
    private final ByteBuffer room = ByteBuffer.allocateDirect(Pieces.LARGEST);

    private final InputStream in = new In();
    private final OutputStream out = new Out();
    private Duration limit;

    /** The limit of the wait that {@link #deadline} ends. */
    private Duration granted;

    private long deadline;
    private int unasked;
    private int lines;

    /** A wait has come to its end: nothing is waited for any more. */
    private boolean late;

    /**
     * @param limit for the connection, and until {@link #limit} says otherwise
     */
    DeadlineSocket(Duration limit) throws IOException {
        this.limit = limit;
        this.granted = limit;
        this.channel = SocketChannel.open();
        try {
            this.selector = channel.provider().openSelector();
        } catch (IOException noSelector) {
            channel.close();
            throw noSelector;
        }
    }

    /** Connects to a resolved address within the limit; the first octets of the peer have to come within another. */
    void connect(InetSocketAddress to) throws IOException {
        connect(to, millis(limit));
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().connect(to, timeout);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        restart();
    }

    /** From the next write on, waits last {@code newLimit} at most. */
    void limit(Duration newLimit) {
        this.limit = newLimit;
    }

    /** From now on, what is read has to be there within {@code newLimit}, whatever was written before. */
    void expect(Duration newLimit) {
        limit(newLimit);
        if (!late) {
            restart();
        }
    }

    /** Writes all of {@code octets} within the limit. */
    void write(Spliced octets) throws IOException {
        restart();
        int from = 0;
        while (from < octets.length()) {
            from += octets.copy(from, room.clear());
            writeAll(room.flip());
        }
        restart();
    }

    private void writeAll(ByteBuffer left) throws IOException {
        while (left.hasRemaining()) {
            if (channel.write(left) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    /** How many lines came in since the last write. */
    int linesSinceWrite() {
        return lines;
    }

    private void restart() {
        granted = limit;
        deadline = System.nanoTime() + granted.toNanos();
        unasked = 0;
        lines = 0;
    }

    private void await(int operation) throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0 || late) {
            late = true;
            throw new SocketTimeoutException("no answer within " + granted.toMillis() + " ms");
        }
        try {
            channel.keyFor(selector).interestOps(operation);
            selector.select(left / 1_000_000 + 1);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException closedByAnotherThread) {
            throw new SocketException("the connection was closed");
        }
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(duration.toMillis(), Integer.MAX_VALUE));
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        selector.close();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isBound() {
        return channel.socket().isBound();
    }

    @Override
    public InetAddress getInetAddress() {
        return channel.socket().getInetAddress();
    }

    @Override
    public int getPort() {
        return channel.socket().getPort();
    }

    @Override
    public InetAddress getLocalAddress() {
        return channel.socket().getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return channel.socket().getLocalPort();
    }

    /** Ignored: the limit is this socket's own. */
    @Override
    public synchronized void setSoTimeout(int timeout) {}

    @Override
    public synchronized int getSoTimeout() {
        return millis(limit);
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public boolean isInputShutdown() {
        return channel.socket().isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return channel.socket().isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    private final class In extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            int count = channel.read(ByteBuffer.wrap(into, from, most));
            while (count == 0) {
                await(SelectionKey.OP_READ);
                count = channel.read(ByteBuffer.wrap(into, from, most));
            }
            tally(into, from, count);
            return count;
        }

        private void tally(byte[] into, int from, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                lines += into[from + i] == '\n' ? 1 : 0;
            }
            unasked += Math.max(0, count);
            if (unasked > MAX_UNASKED) {
                throw new IOException("the server's reply is longer than " + MAX_UNASKED + " octets");
            }
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int count) throws IOException {
            restart();
            writeAll(ByteBuffer.wrap(octets, from, count));
            restart();
        }
    }
}
