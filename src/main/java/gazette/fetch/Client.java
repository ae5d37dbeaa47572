package gazette.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client, with nothing of it left on that is decided here: no redirects, cookies, passwords, unpacking. */
final class Client {
    /** How long a connection is kept at most: longer than a round over all sources takes, shorter than servers like. */
    static final TimeValue KEPT = TimeValue.ofMinutes(1);

    /** More than there are threads that fetch: a thread holds one at a time, the others are kept ones. */
    private static final int CONNECTIONS = 1000;

    private Client() {}

    static PoolingHttpClientConnectionManager connections(
            FetchLimits limits, Names names, ExecutorService lookups, SSLContext tls) {
        Http1Config http = Http1Config.custom()
                .setMaxLineLength(limits.lineOctets())
                .setMaxHeaderCount(limits.lines())
                .build();
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                new GuardedConnections(names, lookups, limits.connect(), new DefaultClientTlsStrategy(tls)),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                KEPT,
                ManagedHttpClientConnectionFactory.builder().http1Config(http).build());
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(1);
        connections.setDefaultSocketConfig(SocketConfig.custom()
                .setSoTimeout(Timeout.of(limits.idle()))
                .setTcpNoDelay(true)
                .build());
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(Timeout.of(limits.idle()))
                .setTimeToLive(TimeValue.ofMinutes(10))
                .build());
        connections.setDefaultTlsConfig(TlsConfig.custom()
                .setHandshakeTimeout(Timeout.of(limits.connect()))
                .build());
        return connections;
    }

    static CloseableHttpClient over(
            PoolingHttpClientConnectionManager connections, String userAgent, FetchLimits limits) {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent(userAgent)
                .setKeepAliveStrategy((response, context) ->
                        kept(DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context)))
                .setRetryStrategy(new OnceMore())
                .disableContentCompression()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(limits.idle()))
                        .setConnectionRequestTimeout(Timeout.of(limits.total()))
                        .setAuthenticationEnabled(false)
                        .setRedirectsEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .build();
    }

    private static TimeValue kept(TimeValue asked) {
        return TimeValue.isPositive(asked) && asked.compareTo(KEPT) < 0 ? asked : KEPT;
    }

    /** A kept connection may have been closed by the server just now: then another one is tried, once. */
    private static final class OnceMore implements HttpRequestRetryStrategy {
        @Override
        public boolean retryRequest(HttpRequest request, IOException failure, int tries, HttpContext context) {
            boolean isLost = failure instanceof NoHttpResponseException
                    || failure instanceof ConnectionClosedException
                    || (failure instanceof SocketException && !(failure instanceof ConnectException));
            return isLost && tries == 1;
        }

        @Override
        public boolean retryRequest(HttpResponse response, int tries, HttpContext context) {
            return false;
        }

        @Override
        public TimeValue getRetryInterval(HttpRequest request, IOException failure, int tries, HttpContext context) {
            return TimeValue.ZERO_MILLISECONDS;
        }

        @Override
        public TimeValue getRetryInterval(HttpResponse response, int tries, HttpContext context) {
            return TimeValue.ZERO_MILLISECONDS;
        }
    }
}
