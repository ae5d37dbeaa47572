package gazette.web;

import gazette.render.Pages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
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

    /** Of 4 octets in 64: so it is on machines that people have. Where it is not, a queue is a little slower. */
    private static final String REFERENCES = "16";

    /** A connection on which nothing happens for so long is closed. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** No page takes more than a form with a few fields, or one file. */
    public static final int MOST_BODY_OCTETS = 16 << 10;

    /** An article of a hundred pages, and then some. */
    public static final int MOST_FILE_OCTETS = 1 << 20;

    /** A file, with what a form puts around it. */
    public static final int MOST_FORM_OCTETS = MOST_FILE_OCTETS + MOST_BODY_OCTETS;

    private final Javalin javalin;
    private final List<ServerConnector> connectors;

    private WebServer(Javalin javalin, List<ServerConnector> connectors) {
        this.javalin = javalin;
        this.connectors = List.copyOf(connectors);
    }

    /** A server for readers and for those who make the letters, that answers when this returns. */
    public static WebServer start(String host, int port, URI url, Pages pages, List<PageGroup> groups) {
        return start(List.of(new Entrance(host, port, Entrance.Guests.ALL)), url, pages, groups);
    }

    /**
     * A server that answers when this returns.
     *
     * @param entrances where it listens; {@link #port} is that of the first
     * @param url what the links to readers begin with; its host is one that requests may name
     * @throws PortTaken when it cannot listen there
     */
    public static WebServer start(List<Entrance> entrances, URI url, Pages pages, List<PageGroup> groups) {
        entrances.forEach(WebServer::checkFree);
        HostCheck hosts = new HostCheck(entrances.get(0).host(), url);
        List<ServerConnector> connectors = new ArrayList<>();
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            small(config);
            config.jetty.modifyHttpConfiguration(WebServer::discreet);
            entrances.forEach(entrance -> config.jetty.addConnector((server, http) -> {
                ServerConnector connector = connector(server, http, entrance);
                connectors.add(connector);
                return connector;
            }));
            config.events.serverStopping(() -> groups.forEach(PageGroup::close));
            new HousePages(pages, hosts, groups).addTo(config.routes);
            groups.forEach(group -> group.addTo(config.routes));
        });
        try {
            return new WebServer(javalin.start(), connectors);
        } catch (JavalinException takenSinceTheCheck) {
            javalin.stop();
            throw new PortTaken(entrances.get(0), takenSinceTheCheck);
        }
    }

    /** Javalin logs a stack trace for a taken port, so it is only asked for free ones. */
    private static void checkFree(Entrance entrance) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(entrance.host()), entrance.port()));
        } catch (IOException e) {
            throw new PortTaken(entrance, e);
        }
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static void small(JavalinConfig config) {
        // Jetty would start the whole of Java's management to learn how many references share a line of the processor's
        // cache.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", REFERENCES);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("web");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.http.maxRequestSize = MOST_BODY_OCTETS;
        // a little more than a file may have, so that whoever takes it can say that it is too large
        config.jetty.multipartConfig.maxFileSize(MOST_FORM_OCTETS, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(MOST_FORM_OCTETS, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(MOST_FORM_OCTETS, SizeUnit.BYTES);
        config.http.compressionStrategy = CompressionStrategy.NONE;
    }

    private static void discreet(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(8 << 10);
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, Entrance entrance) {
        HttpConfiguration marking = new HttpConfiguration(http);
        marking.addCustomizer((request, headers) -> {
            request.setAttribute(Entrance.attribute(), entrance.guests());
            return request;
        });
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(marking));
        connector.setHost(entrance.host());
        connector.setPort(entrance.port());
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }

    /** Where it listens. */
    public int port() {
        return connectors.get(0).getLocalPort();
    }

    /** Where it listens for those who make the letters: the last entrance. */
    public int studioPort() {
        return connectors.get(connectors.size() - 1).getLocalPort();
    }

    /** Answers what has been asked, then stops listening. */
    @Override
    public void close() {
        javalin.stop();
    }
}
