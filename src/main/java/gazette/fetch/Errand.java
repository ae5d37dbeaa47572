package gazette.fetch;

import gazette.fetch.Fetched.Obstacle;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;

/** One fetch, from the first address to the last answer. */
final class Errand {
    /** Longer ones are not kept: nobody writes them, and they would be sent each time. */
    private static final int LONGEST_VALIDATOR = 1024;

    private final Request request;
    private final Trail trail;
    private final TimeLimit time;
    private final Clock clock;

    Errand(Request request, Trail trail, TimeLimit time, Clock clock) {
        this.request = request;
        this.trail = trail;
        this.time = time;
        this.clock = clock;
    }

    /** Asks the server that the trail has come to; empty when its answer leads on. */
    Optional<Fetched> ask(CloseableHttpClient client, Body body) throws IOException, InterruptedException {
        Target target = trail.here();
        HttpUriRequestBase get = get(target);
        time.start(get::cancel);
        try {
            ClassicHttpResponse response = client.executeOpen(target.toHttpHost(), get, context());
            try {
                return answered(response, body);
            } finally {
                // A body that was read to its end has given its connection back; any other must not be read on.
                get.cancel();
                Closer.closeQuietly(response);
            }
        } finally {
            time.stop();
        }
    }

    private HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        context.setUserToken(request.allowed());
        context.setAttribute(GuardedConnections.TIME, time);
        return context;
    }

    /** A conditional request, when one has something already (RFC 9110 section 13.1.2, RFC 9110 section 13.1.3). */
    private HttpUriRequestBase get(Target target) {
        HttpUriRequestBase get = new HttpUriRequestBase("GET", target.address());
        get.setScheme(target.scheme());
        get.setAuthority(new URIAuthority(target.host().name(), target.port()));
        get.setPath(target.path());
        get.setHeader(HttpHeaders.ACCEPT, request.wanted().accept());
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        request.etag().filter(Errand::isSound).ifPresent(etag -> get.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        request.lastModified()
                .filter(Errand::isSound)
                .ifPresent(date -> get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
        trail.login().ifPresent(login -> get.setHeader(HttpHeaders.AUTHORIZATION, "Basic " + Login.encoded(login)));
        return get;
    }

    /** 410 says that there will be nothing any more (RFC 9110 section 15.5.11), a 404 does not. */
    private Optional<Fetched> answered(ClassicHttpResponse response, Body body)
            throws IOException, InterruptedException {
        int status = response.getCode();
        if (Trail.isRedirect(status)) {
            trail.follow(status, header(response, HttpHeaders.LOCATION).orElse(""));
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case 200, 203 -> document(response, body.read(response, time));
                    case 410 -> new Fetched.Gone();
                    default ->
                        isUnchanged(status)
                                ? new Fetched.Unchanged(trail.moved())
                                : new Fetched.Failed(
                                        Statuses.sentence(trail.here(), status),
                                        notBefore(status, response),
                                        status == 404 ? Obstacle.NOT_FOUND : Obstacle.TROUBLE);
                });
    }

    private boolean isUnchanged(int status) {
        return status == 304
                && (request.etag().isPresent() || request.lastModified().isPresent());
    }

    private Document document(ClassicHttpResponse response, byte[] octets) {
        return new Document(
                octets,
                header(response, HttpHeaders.CONTENT_TYPE),
                trail.here().address(),
                trail.moved(),
                header(response, HttpHeaders.ETAG).filter(Errand::isSound),
                header(response, HttpHeaders.LAST_MODIFIED).filter(Errand::isSound));
    }

    /** Too many requests (RFC 6585 section 4), or none for now: both may say for how long. */
    private Optional<Instant> notBefore(int status, ClassicHttpResponse response) {
        return status == 429 || status == 503
                ? header(response, HttpHeaders.RETRY_AFTER).flatMap(value -> RetryAfter.read(value, clock))
                : Optional.empty();
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(header -> String.valueOf(header.getValue()));
    }

    private static boolean isSound(String validator) {
        return !validator.isBlank()
                && validator.length() <= LONGEST_VALIDATOR
                && validator.chars().allMatch(c -> c >= 0x20 && c <= 0xff && c != 0x7f);
    }
}
