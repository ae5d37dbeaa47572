package gazette.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/** Opens sessions to one server, and can close all that are open. Safe to use from many threads. */
final class Opening implements Lines {
    private final SmtpServer server;
    private final SSLSocketFactory trusted;
    private final Set<DeadlineSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    /**
     * @param trusted makes sockets that trust the right certificates
     */
    Opening(SmtpServer server, SSLSocketFactory trusted) {
        this.server = server;
        this.trusted = trusted;
    }

    /** A session that is greeted, secured and logged in as the settings demand. */
    @Override
    public SmtpSession open() throws NoSession {
        open.removeIf(DeadlineSocket::isClosed);
        DeadlineSocket line = connect();
        Tls tls = isVerified() ? Tls.verified(trusted, server.host()) : Tls.unverified(server.host());
        SmtpSession session =
                new SmtpSession(Session.getInstance(properties(tls)), login(), line, tls, server.timeouts(), auth());
        boolean begun = false;
        try {
            begin(session, line, tls);
            begun = true;
            return session;
        } finally {
            if (!begun) {
                session.drop();
            }
        }
    }

    /** Closes every line at once, and opens no more. */
    @Override
    public void drop() {
        over = true;
        open.forEach(Opening::close);
    }

    private DeadlineSocket connect() throws NoSession {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(server.host());
        } catch (UnknownHostException noSuchHost) {
            throw unreachable("there is no host of this name");
        }
        IOException last = new IOException("the host has no address");
        for (InetAddress address : addresses) {
            try {
                return connect(address);
            } catch (IOException tryTheNext) {
                last = tryTheNext;
            }
        }
        throw unreachable(SmtpSession.words(last));
    }

    private DeadlineSocket connect(InetAddress address) throws IOException {
        DeadlineSocket line = new DeadlineSocket(server.timeouts().connect());
        open.add(line);
        if (over) {
            line.close();
        }
        boolean connected = false;
        try {
            line.connect(new InetSocketAddress(address, server.port()));
            connected = true;
            return line;
        } finally {
            if (!connected) {
                line.close();
            }
        }
    }

    private void begin(SmtpSession session, DeadlineSocket line, Tls tls) throws NoSession {
        try {
            Socket socket = server.tls() == SmtpServer.Tls.IMPLICIT ? tls.over(line) : line;
            line.expect(server.timeouts().banner());
            session.setLocalHost(OwnName.towards(line.getLocalAddress()));
            session.begin(socket);
        } catch (AuthenticationFailedException failed) {
            throw loginFailed(session, failed);
        } catch (MessagingException | IOException failed) {
            throw failed(session, tls, failed);
        }
        if (server.login().isPresent() && !session.supportsExtension("AUTH")) {
            throw refused("the server offers no log-in: leave smtp.user out, or ask for the submission port");
        }
    }

    private NoSession loginFailed(SmtpSession session, AuthenticationFailedException failed) {
        int code = session.getLastReturnCode();
        if (failed.getCause() != null || code < 0 || (code >= 400 && code < 500)) {
            return unreachable(said(session, failed));
        }
        return code < 400
                ? refused("the server does not offer to log in by "
                        + (auth() == SmtpServer.Auth.AUTOMATIC ? "PLAIN, LOGIN or CRAM-MD5" : mechanism()))
                : refused(said(session, failed) + ": check smtp.user and the password file");
    }

    private NoSession failed(SmtpSession session, Tls tls, Exception failed) {
        if (session.getLastReturnCode() == 250
                && tls.secured().isEmpty()
                && mustSecure()
                && !session.supportsExtension("STARTTLS")) {
            return refused(
                    "TLS is asked for and the server does not offer STARTTLS: ask for its submission port, usually 587,"
                            + " or 465 with smtp.tls: implicit");
        }
        if (session.getLastReturnCode() == 421) { // RFC 5321 section 3.8: it takes nothing from us just now
            return new NoSession(Parting.Kind.BUSY, place() + said(session, failed));
        }
        if (!session.isGreeted() && isTimeOut(failed)) {
            return unreachable(silence());
        }
        return isCertificateRefused(failed) ? refused(TlsTrouble.words(failed)) : unreachable(said(session, failed));
    }

    private static boolean isTimeOut(Throwable failed) {
        Throwable inner = failed;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner instanceof SocketTimeoutException;
    }

    private String silence() {
        String silence =
                "no greeting within " + server.timeouts().banner().toMillis() / 1000.0 + " s (smtp.timeouts.banner)";
        return server.tls() == SmtpServer.Tls.IMPLICIT
                ? silence
                : silence + "; a server that begins with TLS, usually on port 465, wants smtp.tls: implicit";
    }

    /** An SSLException that is no mere loss of the line (RFC 8314 section 3.4). */
    private static boolean isCertificateRefused(Throwable failed) {
        boolean tls = false;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof SSLException)) {
                return false;
            }
            tls |= cause instanceof SSLException;
        }
        return tls;
    }

    private static String said(SmtpSession session, Exception failed) {
        return session.getLastReturnCode() >= 400
                ? SmtpSession.tidy(session.getLastServerResponse())
                : SmtpSession.words(failed);
    }

    private boolean mustSecure() {
        return switch (server.tls()) {
            case REQUIRED, IMPLICIT -> true;
            case OPPORTUNISTIC -> server.login().isPresent();
            case NONE -> false;
        };
    }

    /** Opportunistic TLS without a log-in takes any certificate; whoever sends a password wants to know to whom. */
    private boolean isVerified() {
        return mustSecure();
    }

    private Properties properties(Tls tls) {
        Properties properties = new Properties();
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "false"); // Tls does, before the handshake ends
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.tls() != SmtpServer.Tls.NONE));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(mustSecure()));
        properties.setProperty("mail.smtp.auth", String.valueOf(server.login().isPresent()));
        properties.setProperty(
                "mail.smtp.auth.mechanisms", auth() == SmtpServer.Auth.AUTOMATIC ? "PLAIN LOGIN" : mechanism());
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    private SmtpServer.Auth auth() {
        return server.login().map(SmtpServer.Login::auth).orElse(SmtpServer.Auth.AUTOMATIC);
    }

    /** The one way to log in that is asked for, as it stands in the server's list. */
    private String mechanism() {
        return auth().name().replace('_', '-');
    }

    /** The user and the password as they are now. */
    private URLName login() throws NoSession {
        if (server.login().isEmpty()) {
            return new URLName("smtp", server.host(), server.port(), null, null, null);
        }
        SmtpServer.Login login = server.login().get();
        try {
            String password = Files.readString(login.passwordFile(), StandardCharsets.UTF_8);
            return new URLName(
                    "smtp", server.host(), server.port(), null, login.user(), password.replaceAll("[\\r\\n]+$", ""));
        } catch (IOException unreadable) {
            throw refused("the password file " + login.passwordFile() + " cannot be read");
        }
    }

    private NoSession refused(String words) {
        return new NoSession(Parting.Kind.REFUSED, place() + words);
    }

    private NoSession unreachable(String words) {
        return new NoSession(Parting.Kind.UNREACHABLE, place() + words);
    }

    private String place() {
        return server.host() + ":" + server.port() + ": ";
    }

    private static void close(DeadlineSocket line) {
        try {
            line.close();
        } catch (IOException closedAllTheSame) {
            throw new UncheckedIOException(closedAllTheSame);
        }
    }
}
