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
    private String method;

    Errand(Request request, Trail trail, TimeLimit time, Clock clock) {
        this.request = request;
        this.trail = trail;
        this.time = time;
        this.clock = clock;
        this.method = request.wanted() == Wanted.PAGE ? "HEAD" : "GET";
    }

    /** Asks the server that the trail has come to; empty when its answer leads on. */
    Optional<Fetched> ask(CloseableHttpClient client, Body body) throws IOException, InterruptedException {
        Target target = trail.here();
        HttpUriRequestBase asked = asked(target);
        time.start(asked::cancel);
        try {
            ClassicHttpResponse response = client.executeOpen(target.toHttpHost(), asked, context());
            try {
                return answered(response, body);
            } finally {
                // A body that was read to its end has given its connection back; any other must not be read on.
                asked.cancel();
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
    private HttpUriRequestBase asked(Target target) {
        HttpUriRequestBase asked = new HttpUriRequestBase(method, target.address());
        asked.setScheme(target.scheme());
        asked.setAuthority(new URIAuthority(target.host().name(), target.port()));
        asked.setPath(target.path());
        asked.setHeader(HttpHeaders.ACCEPT, request.wanted().accept());
        asked.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        request.etag().filter(Errand::isSound).ifPresent(etag -> asked.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        request.lastModified()
                .filter(Errand::isSound)
                .ifPresent(date -> asked.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
        trail.login().ifPresent(login -> asked.setHeader(HttpHeaders.AUTHORIZATION, "Basic " + Login.encoded(login)));
        return asked;
    }

    /** 410 says that there will be nothing any more (RFC 9110 section 15.5.11), a 404 does not. */
    private Optional<Fetched> answered(ClassicHttpResponse response, Body body)
            throws IOException, InterruptedException {
        int status = response.getCode();
        if (Trail.isRedirect(status)) {
            trail.follow(status, header(response, HttpHeaders.LOCATION).orElse(""));
            return Optional.empty();
        }
        if (method.equals("HEAD") && mayMeanTheMethod(status)) {
            method = "GET";
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case 200, 203 ->
                        request.wanted() == Wanted.PAGE
                                ? new Fetched.There()
                                : document(response, body.read(response, time));
                    case 410 -> new Fetched.Gone();
                    default ->
                        isUnchanged(status)
                                ? new Fetched.Unchanged(trail.moved())
                                : new Fetched.Failed(
                                        Statuses.sentence(trail.here(), status),
                                        notBefore(status, response),
                                        obstacle(status));
                });
    }

    /**
     * Servers that do not know HEAD (RFC 9110 section 9.3.2) should answer 405 or 501, and answer anything: what one of
     * them says about the page is believed when it says so to GET as well.
     */
    private static boolean mayMeanTheMethod(int status) {
        return status >= 400 && status != 410 && status != 429;
    }

    private static Obstacle obstacle(int status) {
        return switch (status) {
            case 404 -> Obstacle.NOT_FOUND;
            case 401, 402, 403, 451 -> Obstacle.CLOSED;
            case 429 -> Obstacle.BUSY;
            default -> Obstacle.TROUBLE;
        };
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
