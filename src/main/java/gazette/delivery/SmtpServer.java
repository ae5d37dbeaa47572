package gazette.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The server that messages are handed over to.
 *
 * @param login empty for none
 * @param connections how many conversations at once, at least 1
 */
public record SmtpServer(String host, int port, Tls tls, Optional<Login> login, int connections, Timeouts timeouts) {
    /** How the connection is protected. */
    public enum Tls {
        /** STARTTLS, or no mail (RFC 3207). */
        REQUIRED,
        /** STARTTLS where it is offered. */
        OPPORTUNISTIC,
        /** Plain text. */
        NONE,
        /** TLS from the first octet (RFC 8314 section 3.3). */
        IMPLICIT
    }

    /**
     * A user and where the password lies; it is read at each connection, so that it can be changed under way.
     *
     * @param passwordFile holds the password and perhaps a line end
     */
    public record Login(String user, Path passwordFile) {}

    /**
     * How long to wait (RFC 5321 section 4.5.3.2).
     *
     * @param connect for the connection and the banner
     * @param reply for the reply to a command
     * @param content for the reply to the final dot, and for a piece of content to be taken
     */
    public record Timeouts(Duration connect, Duration reply, Duration content) {
        /** What RFC 5321 section 4.5.3.2 asks for: 5 minutes a command, 10 for the final dot. */
        public static final Timeouts STANDARD =
                new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(10));
    }
}
