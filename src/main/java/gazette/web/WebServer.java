package gazette.web;

import gazette.render.Pages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves the pages until closed. It speaks HTTP/1.1 behind a proxy or on loopback, keeps no sessions and sets no
 * cookies.
 */
public final class WebServer implements AutoCloseable {
    /** Enough for pages that take milliseconds, within a heap of 64 MB; Jetty itself takes three of them. */
    private static final int THREADS = 12;

    /** A connection on which nothing happens for so long is closed. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** No page takes more than a form with one field. */
    private static final int MOST_BODY_OCTETS = 16 << 10;

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * A server that answers when this returns.
     *
     * @param host the address to listen on
     * @param port 0 for any that is free
     * @param url what the links to readers begin with; its host is one that requests may name
     * @throws PortTaken when it cannot listen there
     */
    public static WebServer start(String host, int port, URI url, Pages pages, List<PageGroup> groups) {
        checkFree(host, port);
        HostCheck hosts = new HostCheck(host, url);
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            small(config);
            config.jetty.modifyHttpConfiguration(WebServer::discreet);
            config.jetty.addConnector((server, http) -> connector(server, http, host, port));
            new HousePages(pages, hosts).addTo(config.routes);
            groups.forEach(group -> group.addTo(config.routes));
        });
        try {
            return new WebServer(javalin.start());
        } catch (JavalinException takenSinceTheCheck) {
            javalin.stop();
            throw new PortTaken(host, port, takenSinceTheCheck);
        }
    }

    /** Javalin logs a stack trace for a taken port, so it is only asked for free ones. */
    private static void checkFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new PortTaken(host, port, e);
        }
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static void small(JavalinConfig config) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("web");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.http.maxRequestSize = MOST_BODY_OCTETS;
        config.http.compressionStrategy = CompressionStrategy.NONE;
    }

    private static void discreet(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(8 << 10);
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, String host, int port) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }

    /** Where it listens. */
    public int port() {
        return javalin.port();
    }

    /** Answers what has been asked, then stops listening. */
    @Override
    public void close() {
        javalin.stop();
    }
}
