package gazette.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.article.Network;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;

/**
 * A server on the loopback that plays one script, connection after connection. A script is a text:
 *
 * <pre>
 * # a comment
 * request               hears the head of a request
 * S: HTTP/1.1 200 OK    says a line
 * B: &lt;rss/&gt;             says octets without an end of line; \n, \r and \xHH are what they are in Java
 * chunk &lt;rss/&gt;          says a chunk; without a text, the last one
 * gzip &lt;rss/&gt;           says the text packed; as do gzip-gzip, deflate, raw-deflate, half-gzip, and packed chunks: gzip-chunk
 * bomb 200              says that many million zeros packed with gzip; bomb-gzip packs them twice
 * flood TEXT            says TEXT until the client hangs up
 * drip TEXT             says an octet of TEXT every 20 ms until the client hangs up
 * wait                  says nothing until the client hangs up
 * drop                  closes the connection with a reset, once the client has had time to read what was said
 * tls                   the server's side of a TLS handshake
 * connection            closes this connection and plays what follows to the next one
 * </pre>
 *
 * {@code PORT} in a line is the port of the server. When all is played, nobody is listening any more.
 */
final class ScriptedHttp implements AutoCloseable {
    private final ServerSocket listening;
    private final List<String> script;
    private final Optional<SSLContext> tls;
    private final List<String> heard = new ArrayList<>();
    private volatile Optional<Socket> current = Optional.empty();

    ScriptedHttp(List<String> script, Optional<SSLContext> tls) throws IOException {
        this.script = List.copyOf(script);
        this.tls = tls;
        listening = new ServerSocket();
        listening.bind(new InetSocketAddress(Network.address("127.0.0.1").orElseThrow(), 0));
        Thread thread = new Thread(this::play, "scripted-http");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Each line of each head that was heard, and {@code <connection>} before those of a connection. */
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    private synchronized void note(String line) {
        heard.add(line);
    }

    private void play() {
        int next = 0;
        while (next < script.size()) {
            try (Socket client = listening.accept()) {
                current = Optional.of(client);
                note("<connection>");
                next = new Part(client).play(next);
            } catch (IOException hungUpOrClosed) {
                if (listening.isClosed()) {
                    return;
                }
                next = afterConnection(next);
            }
        }
        try {
            listening.close();
        } catch (IOException cannotClose) {
            throw new AssertionError(cannotClose);
        }
    }

    private int afterConnection(int from) {
        int at = from;
        while (at < script.size() && !script.get(at).strip().equals("connection")) {
            at++;
        }
        return at + 1;
    }

    @Override
    public void close() throws IOException {
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
            client.setSoTimeout(10_000);
            in = new BufferedInputStream(client.getInputStream());
        }

        int play(int from) throws IOException {
            int at = from;
            while (at < script.size() && !script.get(at).strip().equals("connection")) {
                String line = script.get(at).replace("PORT", String.valueOf(port()));
                if (!line.isBlank() && !line.startsWith("#")) {
                    step(line);
                }
                at++;
            }
            return at + 1;
        }

        private void step(String line) throws IOException {
            int blank = line.indexOf(' ');
            String rest = blank < 0 ? "" : line.substring(blank + 1);
            switch (blank < 0 ? line : line.substring(0, blank)) {
                case "request" -> request();
                case "S:" -> say(octets(rest + "\\r\\n"));
                case "B:" -> say(octets(rest));
                case "chunk" -> chunk(octets(rest));
                case "gzip-chunk" -> chunk(Packed.gzip(octets(rest)));
                case "gzip" -> say(Packed.gzip(octets(rest)));
                case "gzip-gzip" -> say(Packed.gzip(Packed.gzip(octets(rest))));
                case "half-gzip" -> say(Packed.half(Packed.gzip(octets(rest))));
                case "deflate" -> say(Packed.deflate(octets(rest), false));
                case "raw-deflate" -> say(Packed.deflate(octets(rest), true));
                case "bomb" -> bomb(client.getOutputStream(), Integer.parseInt(rest));
                case "bomb-gzip" -> bomb(new GZIPOutputStream(client.getOutputStream()), Integer.parseInt(rest));
                case "flood" -> flood(octets(rest.repeat(100)));
                case "drip" -> drip(octets(rest));
                case "wait" -> quiet(10_000);
                case "tls" -> secure();
                case "drop" -> drop();
                default -> throw new AssertionError("no such line in a script: " + line);
            }
        }

        /** A reset also takes back what the client's machine has and the client has not read yet. */
        private void drop() throws IOException {
            quiet(300);
            if (!client.isClosed()) {
                client.setSoLinger(true, 0);
                client.close();
            }
        }

        private void request() throws IOException {
            String line = line();
            while (!line.isEmpty()) {
                note(line);
                line = line();
            }
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int octet = in.read();
            while (octet >= 0 && octet != '\n') {
                line.write(octet);
                octet = in.read();
            }
            if (octet < 0) {
                throw new SocketException("the client hung up");
            }
            return line.toString(UTF_8).stripTrailing();
        }

        private void say(byte[] octets) throws IOException {
            client.getOutputStream().write(octets);
            client.getOutputStream().flush();
        }

        private void chunk(byte[] octets) throws IOException {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            chunk.writeBytes((Integer.toHexString(octets.length) + "\r\n").getBytes(ISO_8859_1));
            chunk.writeBytes(octets);
            chunk.writeBytes("\r\n".getBytes(ISO_8859_1));
            say(chunk.toByteArray());
        }

        private void bomb(OutputStream out, int millions) throws IOException {
            GZIPOutputStream packed = new GZIPOutputStream(out);
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < millions; i++) {
                packed.write(zeros);
            }
            packed.finish();
            if (out instanceof GZIPOutputStream outer) {
                outer.finish();
            }
            out.flush();
        }

        private void flood(byte[] octets) throws IOException {
            while (!client.isClosed()) {
                say(octets);
            }
        }

        private void drip(byte[] octets) throws IOException {
            for (int i = 0; !client.isClosed(); i++) {
                say(new byte[] {octets[i % octets.length]});
                quiet(20);
            }
        }

        /** Hears the client hang up, or says nothing for so long. */
        private void quiet(int millis) throws IOException {
            client.setSoTimeout(millis);
            try {
                while (in.read() >= 0) {
                    in.skipNBytes(in.available());
                }
                client.close();
            } catch (SocketTimeoutException waitedLongEnough) {
                client.setSoTimeout(10_000);
            }
        }

        private void secure() throws IOException {
            client = tls.orElseThrow().getSocketFactory().createSocket(client, null, true);
            in = new BufferedInputStream(client.getInputStream());
        }

        private byte[] octets(String text) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                char next = c == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                switch (next) {
                    case 'r', 'n' -> octets.write(next == 'r' ? '\r' : '\n');
                    case 'x' -> octets.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                    default -> octets.writeBytes(String.valueOf(c).getBytes(UTF_8));
                }
                i += next == 'x' ? 3 : next == 'r' || next == 'n' ? 1 : 0;
            }
            return octets.toByteArray();
        }
    }
}
