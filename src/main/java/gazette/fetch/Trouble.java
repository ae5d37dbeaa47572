package gazette.fetch;

import gazette.fetch.Fetched.Obstacle;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** What went wrong on the way, in words: what happened, and what to do. */
final class Trouble {
    private static final String AGAIN = "it is asked again later";

    private final FetchLimits limits;

    Trouble(FetchLimits limits) {
        this.limits = limits;
    }

    /** A sentence about {@code failure} while {@code target} was asked. */
    String sentence(Target target, Throwable failure) {
        Optional<Refused> refused = cause(failure, Refused.class);
        if (refused.isPresent()) {
            return String.valueOf(refused.get().getMessage());
        }
        String host = target.host().name();
        return cause(failure, SSLException.class)
                .map(tls -> tls(host, tls))
                .orElseGet(() -> connection(target, failure).orElseGet(() -> answer(host, failure)));
    }

    /** What {@code failure} comes to. */
    Obstacle obstacle(Throwable failure) {
        return cause(failure, Refused.class).map(Refused::obstacle).orElse(Obstacle.TROUBLE);
    }

    /** That {@code target} took longer than a fetch may. */
    String tooLong(Target target) {
        return target.host().name() + " took longer than " + words(limits.total()) + ": " + AGAIN
                + "; if it stays so, tell the publisher";
    }

    private Optional<String> connection(Target target, Throwable failure) {
        String host = target.host().name();
        if (is(failure, UnknownHostException.class)) {
            return Optional.of(
                    host + " is unknown to the name servers: check the address, and the connection to the network");
        }
        if (is(failure, ConnectTimeoutException.class)) {
            return Optional.of(host + " does not answer within " + words(limits.connect()) + ": " + AGAIN);
        }
        if (is(failure, ConnectException.class)) {
            return Optional.of(host + " refused the connection" + (target.port() < 0 ? "" : " to port " + target.port())
                    + ": its server is down, or the address is wrong; " + AGAIN);
        }
        return is(failure, NoRouteToHostException.class)
                ? Optional.of(host + " cannot be reached: check the connection to the network; " + AGAIN)
                : Optional.empty();
    }

    private String answer(String host, Throwable failure) {
        if (is(failure, SocketTimeoutException.class)) {
            return host + " said nothing for " + words(limits.idle()) + ": " + AGAIN;
        }
        if (is(failure, NoHttpResponseException.class)) {
            return host + " hung up without an answer: " + AGAIN;
        }
        if (is(failure, ZipException.class)) {
            return "the answer of " + host + " is damaged: it cannot be unpacked; " + AGAIN;
        }
        if (Stream.of(
                        ConnectionClosedException.class,
                        TruncatedChunkException.class,
                        EOFException.class,
                        SocketException.class)
                .anyMatch(kind -> is(failure, kind))) {
            return host + " hung up in the middle of its answer: " + AGAIN;
        }
        if (is(failure, MessageConstraintException.class)) {
            return host + " sends header fields without end: check that the address is one of a web server";
        }
        return is(failure, ProtocolException.class) || is(failure, IOException.class)
                ? host + " does not speak HTTP as it should (" + Shown.of(String.valueOf(failure.getMessage()))
                        + "): check that the address is one of a web server"
                : host + ": " + Shown.of(failure.toString());
    }

    private static String tls(String host, SSLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (is(failure, CertificateExpiredException.class)) {
            return "the certificate of " + host + " has expired: tell the publisher; " + AGAIN;
        }
        if (is(failure, CertificateNotYetValidException.class)) {
            return "the certificate of " + host + " is not valid yet: check the clock of this machine";
        }
        if (is(failure, SSLPeerUnverifiedException.class) || message.contains("subject alternative")) {
            return "the certificate of " + host + " is for another name: check the address, or tell the publisher";
        }
        if (message.contains("PKIX") || message.contains("trust")) {
            return "the certificate of " + host
                    + " comes from nobody that Java trusts: tell the publisher that its chain is"
                    + " incomplete or signed by itself";
        }
        return message.contains("Unsupported or unrecognized")
                ? host + " does not speak TLS at this port: try the address with http:// instead of https://"
                : "no secure connection to " + host + " (" + Shown.of(message) + "): tell the publisher; " + AGAIN;
    }

    private static boolean is(Throwable failure, Class<? extends Throwable> kind) {
        return cause(failure, kind).isPresent();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        return Stream.iterate(
                        Optional.of(failure),
                        Optional::isPresent,
                        f -> f.flatMap(t -> Optional.ofNullable(t.getCause())))
                .limit(20)
                .flatMap(Optional::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** A duration as people say it: {@code 30 s}, {@code 250 ms}. */
    static String words(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
