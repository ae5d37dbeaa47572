package gazette.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A site on loopback: a page, its feeds, and whatever else a test puts there. */
final class WebSite implements AutoCloseable {
    private record Page(int status, String type, String text) {}

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    WebSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Page page = pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(404, "text/plain", "no"));
            byte[] octets = page.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            if (page.status() == 301) {
                exchange.getResponseHeaders().set("Location", page.text());
            }
            exchange.sendResponseHeaders(page.status(), octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    WebSite put(String path, String type, String text) {
        pages.put(path, new Page(200, type, text));
        return this;
    }

    WebSite answer(String path, int status, String text) {
        pages.put(path, new Page(status, "text/plain", text));
        return this;
    }

    /** A page that names two feeds, the first of which has three articles. */
    static WebSite journal() throws IOException {
        WebSite site = new WebSite();
        return site.put("/", "text/html; charset=utf-8", """
                <!DOCTYPE html><html lang="fr"><head><title>Le Journal Exemple</title>
                <link rel="alternate" type="application/rss+xml" title="Le Journal" href="/rss.xml">
                <link rel="alternate" type="application/rss+xml" title="Commentaires" href="/comments.xml">
                </head><body><p>Bonjour.</p></body></html>
                """)
                .put("/rss.xml", "application/rss+xml; charset=utf-8", rss(3));
    }

    /** A feed of {@code n} articles, the newest first. */
    static String rss(int n) {
        StringBuilder items = new StringBuilder();
        for (int i = n; i >= 1; i--) {
            items.append("""
                    <item><guid isPermaLink="false">a-%1$d</guid><link>https://journal.example.org/%1$d</link>
                    <title>Titre numéro %1$d</title>
                    <description>&lt;p&gt;Le premier paragraphe de l’article %1$d dit l’essentiel.&lt;/p&gt;</description>
                    <pubDate>%2$02d Nov 2026 08:00:00 +0100</pubDate></item>
                    """.formatted(i, i));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>
                <title>Le Journal : l'exemple</title><link>https://journal.example.org/</link><language>fr</language>
                <description>Tout.</description>
                %s</channel></rss>
                """.formatted(items);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
