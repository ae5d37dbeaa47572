package gazette.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} and {@code 127.0.0.1}, which only this trusts; and others, by the names of their
 * files: {@code expired} in 2020, good in the {@code future} alone, and one for machines
 * {@code elsewhere}.
 */
public final class Loopback {
    private static final char[] PASSWORD = "loopback".toCharArray();

    private Loopback() {}

    /** The private key and the certificate, for servers that are no Java programs. */
    static String pem() {
        try {
            KeyStore store = store("loopback");
            return pem("PRIVATE KEY", store.getKey("loopback", PASSWORD).getEncoded())
                    + pem("CERTIFICATE", store.getCertificate("loopback").getEncoded());
        } catch (IOException | GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String pem(String what, byte[] octets) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets) + "\n-----END " + what
                + "-----\n";
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        try (InputStream file = Objects.requireNonNull(Loopback.class.getResourceAsStream(name + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD);
            return store;
        }
    }

    /** For servers that show the certificate, and clients that trust it. */
    public static SSLContext context() {
        return context("loopback");
    }

    /** The same with another certificate, or with whoever signed it. */
    static SSLContext context(String name) {
        try {
            KeyStore store = store(name);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            KeyStore certificates = KeyStore.getInstance("PKCS12");
            certificates.load(null, null);
            Certificate[] chain = store.getCertificateChain("loopback");
            certificates.setCertificateEntry("authority", chain[chain.length - 1]);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(certificates);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }
}
