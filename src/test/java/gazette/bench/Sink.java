package gazette.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server on the loopback that takes everything as quickly as it comes, counts what came for whom, and keeps some of
 * it whole, so that what is measured can be looked at, too. One thread a connection.
 */
public final class Sink implements AutoCloseable {
    /** Of so many recipients one has their message kept. */
    static final int SAMPLE = 97;

    private final ServerSocket listening;
    private final Map<String, Integer> copies = new ConcurrentHashMap<>();
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicLong octets = new AtomicLong();

    /** @param port 0 for any */
    public Sink(int port) throws IOException {
        this.listening = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many messages came for each recipient. */
    public Map<String, Integer> copies() {
        return Map.copyOf(copies);
    }

    /** Some of the messages, by recipient, as they stood between the commands: dots stuffed. */
    public Map<String, byte[]> kept() {
        return Map.copyOf(kept);
    }

    /** Forgets what came. */
    public void clear() {
        copies.clear();
        kept.clear();
        octets.set(0);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /**
     * {@code PORT FOLDER}: prints the port, then answers each line of its input: {@code report} prints how many messages,
     * recipients and octets came and writes the kept ones to FOLDER, {@code clear} forgets them. Ends with its input.
     */
    public static void main(String[] args) throws IOException {
        try (Sink sink = new Sink(Integer.parseInt(args[0]));
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(sink.port());
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.equals("report")) {
                    System.out.println(sink.report(Path.of(args[1])));
                } else {
                    sink.clear();
                    System.out.println("cleared");
                }
            }
        }
    }

    private String report(Path folder) throws IOException {
        long messages = copies.values().stream().mapToLong(count -> count).sum();
        for (Map.Entry<String, byte[]> each : kept.entrySet()) {
            Files.write(folder.resolve(each.getKey() + ".eml"), each.getValue());
        }
        return messages + " " + copies.size() + " " + octets.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Conversation(socket).serve();
        } catch (IOException clientWentAway) {
            octets.addAndGet(0);
        }
    }

    /** One connection; the replies to a group of commands leave together (RFC 2920 section 3.2). */
    private final class Conversation {
        private final Inlet in;
        private final OutputStream out;
        private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
        private String recipient = "";
        private Optional<ByteArrayOutputStream> copy = Optional.empty();

        Conversation(Socket socket) throws IOException {
            this.in = new Inlet(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        void serve() throws IOException {
            say("220 sink.example ESMTP");
            Optional<String> line = in.line();
            while (line.isPresent() && answer(line.get())) {
                line = in.line();
            }
            flush();
        }

        private boolean answer(String line) throws IOException {
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" ->
                    say("250-sink.example\r\n250-PIPELINING\r\n250-CHUNKING\r\n250-8BITMIME\r\n250 SMTPUTF8");
                case "RCPT" -> begin(line);
                case "DATA" -> data();
                case "BDAT" -> chunk(line.split(" "));
                case "QUIT" -> {
                    say("221 2.0.0 bye");
                    return false;
                }
                default -> say("250 2.0.0 fine");
            }
            return true;
        }

        private void begin(String line) throws IOException {
            recipient = line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
            copy = recipient.hashCode() % SAMPLE == 0
                    ? Optional.of(new ByteArrayOutputStream(1 << 16))
                    : Optional.empty();
            say("250 2.1.5 fine");
        }

        private void data() throws IOException {
            replies.writeBytes("354 go on\r\n".getBytes(StandardCharsets.US_ASCII));
            flush();
            took(in.content(copy));
            say("250 2.0.0 taken");
        }

        private void chunk(String[] command) throws IOException {
            long size = in.chunk(Long.parseLong(command[1]), copy);
            if (command.length > 2) {
                took(size);
            }
            say("250 2.0.0 taken");
        }

        private void took(long size) {
            octets.addAndGet(size);
            copies.merge(recipient, 1, Integer::sum);
            copy.ifPresent(whole -> kept.put(recipient, whole.toByteArray()));
        }

        private void say(String reply) throws IOException {
            replies.writeBytes((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            if (!in.hasMore()) {
                flush();
            }
        }

        private void flush() throws IOException {
            replies.writeTo(out);
            replies.reset();
        }
    }
}
