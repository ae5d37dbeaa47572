package gazette.picture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site of pictures on the loopback. */
final class PictureSite implements AutoCloseable {
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    private record Answer(int status, String type, byte[] octets) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    PictureSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.createContext("/endless", this::flood);
        server.createContext("/silent", this::wait);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        accepted.add(String.valueOf(exchange.getRequestHeaders().getFirst("Accept")));
        Answer answer = answers.getOrDefault(
                exchange.getRequestURI().getPath(), new Answer(404, "text/plain", new byte[] {'n', 'o'}));
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (answer.status() / 100 == 3) {
            exchange.getResponseHeaders().set("Location", answer.type());
        }
        exchange.sendResponseHeaders(answer.status(), answer.octets().length == 0 ? -1 : answer.octets().length);
        exchange.getResponseBody().write(answer.octets());
        exchange.close();
    }

    private void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] some = Samples.jpeg(Samples.photograph(200, 200), 0.9f);
        while (closing.getCount() > 0) {
            exchange.getResponseBody().write(some);
        }
    }

    private void wait(HttpExchange exchange) {
        try (exchange) {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    PictureSite put(String path, byte[] octets) {
        return put(path, 200, "image/jpeg", octets);
    }

    PictureSite put(String path, int status, String type, byte[] octets) {
        answers.put(path, new Answer(status, type, octets));
        return this;
    }

    /** What was asked for so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
