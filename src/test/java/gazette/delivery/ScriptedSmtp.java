package gazette.delivery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/**
 * A server on the loopback that plays one dialogue and hears whether the client keeps to it. A dialogue is a text:
 *
 * <pre>
 * # a comment
 * S: 250 fine           says a line
 * C: MAIL FROM:*        hears a line; * is anything
 * C: &lt;content&gt;          hears lines up to the final dot
 * C: &lt;chunk&gt;            hears BDAT and the octets that it announces
 * C: &lt;some&gt;             hears a kilobyte of content and no more
 * C: &lt;end&gt;              hears the connection end
 * wait 200ms            says nothing for so long, unless the client hangs up before
 * stall 200ms           neither reads nor says anything for so long
 * wait                  says nothing until the client hangs up
 * flood LINE            says LINE until the client hangs up
 * drip LINE             says an octet of LINE every 20 ms until the client hangs up
 * tls                   the server's side of a TLS handshake
 * tls expired           the same with another certificate of {@link Loopback}
 * drop                  closes the connection at once, with a reset
 * connection            ends this connection and plays what follows to the next one
 * </pre>
 *
 * When a connection's part is played, the connection is closed; when all is played, nobody is listening any more.
 */
public final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket listening;
    private final List<String> script;
    private final List<String> heard = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<String> objection = Optional.empty();
    private volatile Optional<Socket> current = Optional.empty();

    public ScriptedSmtp(List<String> script) throws IOException {
        this.script = List.copyOf(script);
        listening = new ServerSocket();
        listening.setReceiveBufferSize(16 * 1024);
        listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::play, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Everything that clients said so far, a line each, less their contents. */
    public synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    /** Where the client left the dialogue, or the dialogue was not played to its end; waits for a moment for that. */
    public Optional<String> objection() {
        boolean played;
        try {
            played = over.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
            played = false;
        }
        synchronized (this) {
            return objection.isPresent() || played
                    ? objection
                    : Optional.of("the dialogue was not played to its end; heard: " + heard);
        }
    }

    private void play() {
        try {
            int next = 0;
            while (next < script.size()) {
                try (Socket client = listening.accept()) {
                    current = Optional.of(client);
                    next = new Part(client).play(next);
                }
            }
            listening.close();
        } catch (SocketException closedOrReset) {
            object("the connection was cut: " + closedOrReset.getMessage());
        } catch (IOException broken) {
            object(broken.toString());
        } finally {
            over.countDown();
        }
    }

    private synchronized void object(String what) {
        if (objection.isEmpty() && !listening.isClosed()) {
            objection = Optional.of(what);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
        if (current.isPresent()) {
            current.get().close();
        }
    }

    /** One connection's part of the script. */
    private final class Part {
        private Socket client;
        private InputStream in;

        Part(Socket client) throws IOException {
            this.client = client;
            this.client.setSoTimeout(10_000);
            this.in = new BufferedInputStream(client.getInputStream());
        }

        /** Plays from line {@code from} on; the line after this connection's part. */
        int play(int from) throws IOException {
            int at = from;
            while (at < script.size() && !script.get(at).strip().equals("connection")) {
                if (!step(script.get(at))) {
                    object("line " + (at + 1) + " of the dialogue «" + script.get(at) + "», heard: " + heard());
                    return script.size();
                }
                at++;
            }
            return at + 1;
        }

        private boolean step(String line) throws IOException {
            if (line.isBlank() || line.startsWith("#")) {
                return true;
            }
            if (line.startsWith("S: ")) {
                say(line.substring(3).replace("\\r\\n", "\r\n") + "\r\n");
                return true;
            }
            return line.startsWith("C: ") ? hears(line.substring(3)) : acts(line.strip());
        }

        private boolean acts(String line) throws IOException {
            String rest = line.contains(" ") ? line.substring(line.indexOf(' ') + 1) : "";
            switch (line.split(" ")[0]) {
                case "drop" -> {
                    client.setSoLinger(true, 0);
                    client.close();
                }
                case "wait" -> keepQuiet(rest.isEmpty() ? 10_000 : Integer.parseInt(rest.replace("ms", "")));
                case "stall" -> stall(Integer.parseInt(rest.replace("ms", "")));
                case "flood" -> flood((rest + "\r\n").repeat(100), 0);
                case "drip" -> flood(rest + "\r\n", 20);
                case "tls" -> secure(rest.isEmpty() ? "loopback" : rest);
                default -> throw new IOException("no such line in a dialogue: " + line);
            }
            return true;
        }

        private void say(String words) throws IOException {
            client.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
        }

        private boolean hears(String expected) throws IOException {
            switch (expected) {
                case "<content>" -> {
                    return content();
                }
                case "<chunk>" -> {
                    return chunk();
                }
                case "<some>" -> {
                    return in.readNBytes(1024).length == 1024;
                }
                case "<end>" -> {
                    return in.read() < 0;
                }
                default -> {
                    Optional<String> line = line();
                    note(line.orElse("<end>"));
                    return line.filter(l -> matches(expected, l)).isPresent();
                }
            }
        }

        private static boolean matches(String expected, String line) {
            StringBuilder pattern = new StringBuilder();
            for (String part : expected.split("\\*", -1)) {
                pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
            }
            return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                    .matcher(line)
                    .matches();
        }

        private boolean content() throws IOException {
            note("<content>");
            Optional<String> line = line();
            while (line.isPresent() && !line.get().equals(".")) {
                line = line();
            }
            return line.isPresent();
        }

        private boolean chunk() throws IOException {
            Optional<String> line = line().filter(l -> l.matches("BDAT \\d+ LAST"));
            note("<chunk>");
            if (line.isEmpty()) {
                return false;
            }
            int octets = Integer.parseInt(line.get().split(" ")[1]);
            return in.readNBytes(octets).length == octets;
        }

        private Optional<String> line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int octet = in.read();
            while (octet >= 0 && octet != '\n') {
                line.write(octet);
                octet = in.read();
            }
            return octet < 0
                    ? Optional.empty()
                    : Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
        }

        private void keepQuiet(int millis) throws IOException {
            client.setSoTimeout(millis);
            try {
                while (in.read() >= 0) {
                    in.skipNBytes(in.available());
                }
            } catch (java.net.SocketTimeoutException waitedLongEnough) {
                client.setSoTimeout(10_000);
            } catch (SocketException hungUp) {
                client.close();
            }
        }

        private void stall(int millis) throws IOException {
            try {
                if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                    throw new IOException("closed while it stalled");
                }
            } catch (InterruptedException toldToEnd) {
                throw new IOException(toldToEnd);
            }
        }

        private void flood(String words, int pause) throws IOException {
            try {
                while (!client.isClosed()) {
                    for (String piece : pause > 0 ? words.split("") : new String[] {words}) {
                        say(piece);
                        if (pause > 0) {
                            keepQuiet(pause);
                        }
                    }
                }
            } catch (SocketException hungUp) {
                client.close();
            }
        }

        private void secure(String certificate) throws IOException {
            SSLSocket secured =
                    (SSLSocket) Loopback.context(certificate).getSocketFactory().createSocket(client, null, true);
            try {
                secured.startHandshake();
            } catch (IOException refusedByTheClient) {
                note("<tls refused>");
                client.close();
                return;
            }
            client = secured;
            in = new BufferedInputStream(secured.getInputStream());
        }

        private void note(String line) {
            synchronized (ScriptedSmtp.this) {
                heard.add(line);
            }
        }
    }
}
