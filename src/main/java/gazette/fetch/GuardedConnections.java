package gazette.fetch;

import gazette.article.PrivateNetworks;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Opens connections to addresses of the open web, and to those that the source names. A name is looked up once for each
 * connection: the addresses that were checked are the ones connected to.
 *
 * <p>What a source is allowed comes as the user token of the context, which the pool also keeps with the connection: one
 * that was opened for a source is used again only for sources that are allowed just the same.
 */
final class GuardedConnections implements HttpClientConnectionOperator {
    /** The attribute of a context that holds the {@link TimeLimit} of the fetch. */
    static final String TIME = "gazette.time";

    private final Names names;
    private final ExecutorService lookups;
    private final Duration patience;
    private final TlsSocketStrategy tls;

    GuardedConnections(Names names, ExecutorService lookups, Duration patience, TlsSocketStrategy tls) {
        this.names = names;
        this.lookups = lookups;
        this.patience = patience;
        this.tls = tls;
    }

    private HttpClientConnectionOperator connecting(HttpContext context) {
        return new DefaultHttpClientConnectionOperator(
                null,
                new Checked(context),
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
    }

    /** Looks a host up, and leaves out what may not be connected to; fails when nothing is left. */
    private final class Checked implements DnsResolver {
        private final PrivateNetworks allowed;
        private final Duration wait;

        Checked(HttpContext context) {
            HttpClientContext ours = HttpClientContext.cast(context);
            allowed = ours.getUserToken() instanceof PrivateNetworks named ? named : PrivateNetworks.NONE;
            Duration left = ours.getAttribute(TIME) instanceof TimeLimit time ? time.left() : patience;
            wait = left.compareTo(patience) < 0 ? left : patience;
        }

        /** The client may have turned the name into other letters: it is looked up as the request spells it. */
        @Override
        public InetAddress[] resolve(String spelled) throws UnknownHostException {
            try {
                Host host = Host.of(spelled.contains(":") ? "[" + spelled + "]" : spelled);
                return find(host).toArray(InetAddress[]::new);
            } catch (Refused noName) {
                throw refused(spelled, Optional.of(noName));
            }
        }

        private List<InetAddress> find(Host host) throws UnknownHostException {
            List<InetAddress> found = new ArrayList<>();
            Optional<Refused> objection = Optional.empty();
            String name = host.name();
            InetAddress[] all = host.literal().isPresent()
                    ? new InetAddress[] {host.literal().get()}
                    : lookUp(name);
            for (InetAddress address : all) {
                try {
                    OpenWeb.check(name, address, allowed);
                    found.add(address);
                } catch (Refused notOfTheOpenWeb) {
                    objection = objection.or(() -> Optional.of(notOfTheOpenWeb));
                }
            }
            if (found.isEmpty()) {
                throw refused(name, objection);
            }
            return found;
        }

        private InetAddress[] lookUp(String name) throws UnknownHostException {
            Future<InetAddress[]> lookup = lookups.submit(() -> names.addresses(name));
            try {
                return lookup.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException tooLong) {
                lookup.cancel(true);
                throw refused(
                        name,
                        Optional.of(new Refused("the name servers do not say within " + Trouble.words(wait) + " where "
                                + name + " is: it is asked again the next time")));
            } catch (ExecutionException failed) {

                throw refused(name, Optional.empty());
            } catch (InterruptedException toldToEnd) {
                Thread.currentThread().interrupt();
                throw refused(name, Optional.of(new Refused("told to end")));
            }
        }

        private UnknownHostException refused(String name, Optional<Refused> why) {
            UnknownHostException refused = new UnknownHostException(name);
            why.ifPresent(refused::initCause);
            return refused;
        }

        @Override
        public String resolveCanonicalHostname(String name) {
            return name;
        }
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            NamedEndpoint endpoint,
            Path unixSocket,
            InetSocketAddress from,
            Timeout timeout,
            SocketConfig config,
            Object attachment,
            HttpContext context)
            throws IOException {
        if (unixSocket != null) {
            throw new InterruptedIOException("no sockets of this machine: " + unixSocket);
        }
        connecting(context).connect(connection, host, endpoint, from, timeout, config, attachment, context);
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            InetSocketAddress from,
            TimeValue timeout,
            SocketConfig config,
            HttpContext context)
            throws IOException {
        connecting(context).connect(connection, host, from, timeout, config, context);
    }

    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) throws IOException {
        throw new IOException("a connection through " + host + " that nobody asked for");
    }

    @Override
    public void upgrade(
            ManagedHttpClientConnection connection,
            HttpHost host,
            NamedEndpoint endpoint,
            Object attachment,
            HttpContext context)
            throws IOException {
        upgrade(connection, host, context);
    }
}
