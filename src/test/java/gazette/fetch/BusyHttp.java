package gazette.fetch;

import gazette.article.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback that gives every request on every connection the same answer. */
final class BusyHttp implements AutoCloseable {
    private final ServerSocket listening;
    private final byte[] answer;
    private final int together;
    private final CyclicBarrier meeting;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Answers only when {@code together} requests are there at once; 0 to answer at once. */
    BusyHttp(byte[] answer, int together) throws IOException {
        this.answer = answer;
        this.together = together;
        this.meeting = new CyclicBarrier(Math.max(1, together));
        listening = new ServerSocket();
        listening.bind(new InetSocketAddress(Network.address("127.0.0.1").orElseThrow(), 0), 500);
        daemon(this::accept);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "busy-http");
        thread.setDaemon(true);
        thread.start();
    }

    URI address(String host, int number) {
        return URI.create("http://" + host + ":" + listening.getLocalPort() + "/flux-" + number + ".xml");
    }

    int connections() {
        return connections.get();
    }

    int mostAtOnce() {
        return most.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connections.incrementAndGet();
                daemon(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (client) {
            client.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            while (in.readLine() != null) {
                String line = in.readLine();
                while (line != null && !line.isEmpty()) {
                    line = in.readLine();
                }
                if (together > 0) {
                    meeting.await(20, TimeUnit.SECONDS);
                }
                client.getOutputStream().write(answer);
            }
        } catch (IOException hungUp) {
            open.decrementAndGet();
            return;
        } catch (Exception notTogether) {
            throw new UncheckedIOException(new IOException(notTogether));
        }
        open.decrementAndGet();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
