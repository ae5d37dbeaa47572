package gazette.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on the loopback with house rules: so many messages in any second, so many connections, so many messages a
 * connection; and with moods, by the number of the connection. It counts what it was asked and what it took.
 */
final class StrictSmtp implements AutoCloseable {
    /**
     * What it allows.
     *
     * @param tooFast what it says to a recipient over the rate
     */
    record Rules(int perSecond, int connections, int perConnection, String tooFast) {
        static final Rules NONE =
                new Rules(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, "450 4.7.1 too fast");
    }

    /** How a connection is treated. */
    enum Mood {
        WELL,
        /** Takes a moment before each reply to content, as a server does that writes to a disk. */
        STEADY,
        /** Says nothing after the connection. */
        HANGS,
        /** Takes its time before each reply to content. */
        SLOW,
        /** Refuses every recipient because of who we are. */
        OBJECTS
    }

    /** The mood of the n-th connection, from 1. */
    interface Moods {
        Mood of(int connection);
    }

    private final ServerSocket listening;
    private final Rules rules;
    private final Moods moods;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger at = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Map<String, Integer> taken = new HashMap<>();
    private final ArrayDeque<Long> lastSecond = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    StrictSmtp(int port, Rules rules, Moods moods) throws IOException {
        this.rules = rules;
        this.moods = moods;
        this.listening = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    StrictSmtp(Rules rules) throws IOException {
        this(0, rules, connection -> Mood.WELL);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many recipients it was asked for. */
    int attempts() {
        return attempts.get();
    }

    /** How many connections it had at once, those apart that it sent away. */
    int mostConnections() {
        return most.get();
    }

    /** How often it took a message for each recipient. */
    Map<String, Integer> taken() {
        synchronized (taken) {
            return new TreeMap<>(taken);
        }
    }

    int count() {
        synchronized (taken) {
            return taken.size();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                daemon(() -> serve(socket, moods.of(number)));
            } catch (IOException nobodyIsListeningAnyMore) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "strict-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket, Mood mood) {
        try (socket) {
            int now = at.incrementAndGet();
            if (now > rules.connections()) {
                say(socket, "421 4.7.0 too many connections");
            } else {
                most.accumulateAndGet(now, Math::max);
                socket.setTcpNoDelay(true);
                converse(socket, mood);
            }
        } catch (IOException clientWentAway) {
            open.remove(socket);
        } finally {
            at.decrementAndGet();
            open.remove(socket);
        }
    }

    private void converse(Socket socket, Mood mood) throws IOException {
        if (mood == Mood.HANGS) {
            pause(60_000);
            return;
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(socket, "220 strict.example ESMTP");
        int messages = 0;
        String recipient = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("MAIL") && messages >= rules.perConnection()) {
                say(socket, "421 4.7.0 that was enough for one connection");
                return;
            } else if (line.startsWith("RCPT")) {
                attempts.incrementAndGet();
                recipient = line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
                say(socket, mood == Mood.OBJECTS ? "550 5.7.1 your IP is on our block list" : answer());
            } else if (line.startsWith("DATA")) {
                say(socket, "354 go on");
                content(in);
                pause(mood == Mood.SLOW ? 200 : mood == Mood.STEADY ? 10 : 0);
                messages++;
                take(recipient);
                say(socket, "250 2.0.0 taken");
            } else {
                say(socket, line.startsWith("QUIT") ? "221 2.0.0 bye" : "250 2.0.0 fine");
            }
        }
    }

    private static void content(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the client went away");
        }
    }

    private void take(String recipient) {
        synchronized (taken) {
            taken.merge(recipient, 1, Integer::sum);
        }
    }

    /** By a window that slides: the last second holds no more than the rule. */
    private String answer() {
        synchronized (lastSecond) {
            long now = System.nanoTime();
            while (!lastSecond.isEmpty() && now - lastSecond.getFirst() > 1_000_000_000L) {
                lastSecond.removeFirst();
            }
            if (lastSecond.size() >= rules.perSecond()) {
                return rules.tooFast();
            }
            lastSecond.addLast(now);
            return "250 2.1.5 fine";
        }
    }

    private void pause(int millis) throws IOException {
        try {
            if (millis > 0 && closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("closed");
            }
        } catch (InterruptedException toldToEnd) {
            throw new IOException(toldToEnd);
        }
    }

    private static void say(Socket socket, String reply) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
