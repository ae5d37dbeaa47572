package gazette.sink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;

/**
 * A mail server that takes every message for every recipient and sends none on. Safe to use from many threads.
 *
 * <p>What it takes is in memory and gone when the sink is closed. Any client may log in as anybody, with any password.
 */
public final class Sink implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final PromptSmtp server;
    private final Inbox inbox;

    private Sink(PromptSmtp server, Inbox inbox) {
        this.server = server;
        this.inbox = inbox;
    }

    /**
     * A sink that listens when this returns.
     *
     * @param host the address of this machine to listen on; a sink asks nobody who they are, so loopback is the one to
     *     give
     * @param port 0 for any free one
     * @throws SinkPortTaken when another program has the port, or the address is not this machine's
     */
    public static Sink start(String host, int port, Clock clock) {
        checkFree(host, port);
        Inbox inbox = new Inbox(clock);
        PromptSmtp server = new PromptSmtp(host, port, inbox);
        server.startService();
        if (!isRunning(server)) {
            server.stopService();
            throw new SinkPortTaken(host, port, new IOException("taken since it was looked at"));
        }
        return new Sink(server, inbox);
    }

    private static boolean isRunning(PromptSmtp server) {
        try {
            return server.waitTillRunning(PATIENCE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** GreenMail prints a stack trace for a taken port, so it is only asked for free ones. */
    private static void checkFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new SinkPortTaken(host, port, e);
        }
    }

    /** Where SMTP listens. */
    public int smtpPort() {
        return server.getPort();
    }

    /** What came. */
    public Inbox inbox() {
        return inbox;
    }

    /** All copies that came and are still there, taken apart, the newest first. For few of them. */
    public List<CaughtMessage> messages() {
        return inbox.newestFirst().stream()
                .flatMap(arrival -> inbox.message(arrival.id()).stream())
                .toList();
    }

    /** Forgets all messages and stops listening. */
    @Override
    public void close() {
        server.stopService();
        inbox.deleteAll();
    }
}
