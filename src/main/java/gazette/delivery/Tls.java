package gazette.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;

/**
 * The TLS layer of one connection. It checks the certificate and that it names the host (RFC 8314 section 3.4),
 * shakes hands before it returns, and remembers what had come in plain text by then. For one thread.
 */
final class Tls extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final String host;
    private final boolean anyCertificate;
    private Optional<SSLSocket> secured = Optional.empty();
    private int linesBefore;

    private Tls(SSLSocketFactory factory, String host, boolean anyCertificate) {
        this.factory = factory;
        this.host = host;
        this.anyCertificate = anyCertificate;
    }

    /** Only a certificate that {@code factory} trusts, for {@code host}. */
    static Tls verified(SSLSocketFactory factory, String host) {
        return new Tls(factory, host, false);
    }

    /**
     * Any certificate: better than plain text, which is what a man in the middle would get otherwise by leaving
     * STARTTLS out of the server's list (RFC 7435 section 3).
     */
    static Tls unverified(String host) {
        try {
            MailSSLSocketFactory trusting = new MailSSLSocketFactory();
            trusting.setTrustAllHosts(true);
            return new Tls(trusting, host, true);
        } catch (java.security.GeneralSecurityException everyJavaHasTls) {
            throw new IllegalStateException(everyJavaHasTls);
        }
    }

    /** The socket that the session goes over by now, if it is secured. */
    Optional<SSLSocket> secured() {
        return secured;
    }

    /** How many lines had come in plain text since our last command, when TLS began. */
    int linesBefore() {
        return linesBefore;
    }

    /** Puts TLS over {@code line}: on return the handshake is done and the server is the one that was meant. */
    SSLSocket over(DeadlineSocket line) throws IOException {
        linesBefore = line.linesSinceWrite();
        SSLSocket socket = (SSLSocket) factory.createSocket(line, host, line.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        if (!anyCertificate) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        secured = Optional.of(socket);
        return socket;
    }

    @Override
    public Socket createSocket(Socket line, String ignoredHost, int port, boolean autoClose) throws IOException {
        return over((DeadlineSocket) line);
    }

    @Override
    public Socket createSocket(String toHost, int port) {
        throw onlyOverALine();
    }

    @Override
    public Socket createSocket(String toHost, int port, InetAddress local, int localPort) {
        throw onlyOverALine();
    }

    @Override
    public Socket createSocket(InetAddress to, int port) {
        throw onlyOverALine();
    }

    @Override
    public Socket createSocket(InetAddress to, int port, InetAddress local, int localPort) {
        throw onlyOverALine();
    }

    private static UnsupportedOperationException onlyOverALine() {
        return new UnsupportedOperationException("TLS is put over a line that is open");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }
}
