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
public record SmtpServer(
        String host, int port, Tls tls, Optional<Login> login, int connections, Timeouts timeouts, Sessions sessions) {
    /** With the usual sessions. */
    public SmtpServer(String host, int port, Tls tls, Optional<Login> login, int connections, Timeouts timeouts) {
        this(host, port, tls, login, connections, timeouts, Sessions.STANDARD);
    }

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

    /** How to log in. */
    public enum Auth {
        /** As the server offers: never a password in plain text where a digest of it will do. */
        AUTOMATIC,
        /** RFC 4616. */
        PLAIN,
        LOGIN,
        /** A digest of the password, so that nobody on the way can read it (RFC 2195). */
        CRAM_MD5,
        /** The file holds an access token. */
        XOAUTH2
    }

    /**
     * A user and where the password lies; it is read at each connection, so that it can be changed under way.
     *
     * @param passwordFile holds the password, or with XOAUTH2 the token, and perhaps a line end
     */
    public record Login(String user, Path passwordFile, Auth auth) {
        /** As the server offers. */
        public Login(String user, Path passwordFile) {
            this(user, passwordFile, Auth.AUTOMATIC);
        }
    }

    /**
     * How a connection is used, once it is open.
     *
     * @param window how many messages may be in the gap at once where the server takes chunks, at least 1
     * @param messages after how many another connection is made; 0 for never
     * @param longest after how long another connection is made
     */
    public record Sessions(int window, int messages, Duration longest) {
        /**
         * One message in the gap; 1,000 messages, which is what Exim takes on a connection unless it is told otherwise,
         * and the five minutes for which Postfix uses one, so that servers behind one name share the load.
         */
        public static final Sessions STANDARD = new Sessions(1, 1000, Duration.ofMinutes(5));
    }

    /**
     * How long to wait (RFC 5321 section 4.5.3.2).
     *
     * @param connect for the connection, and for each step of a TLS handshake that comes before the banner
     * @param banner for the banner
     * @param reply for the reply to a command
     * @param content for the reply to the final dot, and for a piece of content to be taken
     */
    public record Timeouts(Duration connect, Duration banner, Duration reply, Duration content) {
        /** What RFC 5321 section 4.5.3.2 asks for: 5 minutes for the banner and a command, 10 for the final dot. */
        public static final Timeouts STANDARD = new Timeouts(
                Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(10));
    }
}
