package gazette.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A line of a given length between a client and a server on the loopback: octets come out half a round trip after they
 * went in, in their order, however many are under way.
 */
public final class SlowLine implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final int serverPort;
    private final long oneWay;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Listens on a port of its own, and connects each client to {@code serverPort}. */
    public SlowLine(int serverPort, Duration roundTrip) throws IOException {
        this.serverPort = serverPort;
        this.oneWay = roundTrip.toNanos() / 2;
        daemon(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** {@code port millis}: prints the port of a line to {@code port} and stays until its input ends. */
    public static void main(String[] args) throws IOException {
        try (SlowLine line = new SlowLine(Integer.parseInt(args[0]), Duration.ofMillis(Long.parseLong(args[1])))) {
            System.out.println(line.port());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                join(client, server);
                join(server, client);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket from, Socket to) throws IOException {
        from.setTcpNoDelay(true);
        open.add(from);
        DelayQueue<Packet> underWay = new DelayQueue<>();
        daemon(() -> take(from, underWay));
        daemon(() -> give(underWay, to));
    }

    private void take(Socket from, DelayQueue<Packet> underWay) {
        byte[] room = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            for (int count = in.read(room); count >= 0; count = in.read(room)) {
                underWay.add(new Packet(ByteBuffer.wrap(Arrays.copyOf(room, count)), System.nanoTime() + oneWay));
            }
        } catch (IOException cut) {
            open.remove(from);
        }
        underWay.add(new Packet(ByteBuffer.allocate(0), System.nanoTime() + oneWay));
    }

    private void give(DelayQueue<Packet> underWay, Socket to) {
        try (to) {
            OutputStream out = to.getOutputStream();
            while (true) {
                Packet packet = underWay.take();
                if (!packet.octets().hasRemaining()) {
                    throw new EOFException();
                }
                out.write(packet.octets().array());
            }
        } catch (IOException | InterruptedException over) {
            open.remove(to);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "slow-line");
        thread.setDaemon(true);
        thread.start();
    }

    private record Packet(ByteBuffer octets, long due) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Packet) other).due);
        }
    }
}
