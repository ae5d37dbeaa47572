package gazette.delivery;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;

/** Why TLS did not come about, for a person who may never have seen a certificate, and what mends it. */
final class TlsTrouble {
    private TlsTrouble() {}

    /** One sentence; what Java says of it is in it. */
    static String words(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String said = SmtpSession.words(inner);
        return "TLS failed: " + said.replaceFirst("\\.$", "") + remedy(inner, said.toLowerCase(Locale.ROOT));
    }

    private static String remedy(Throwable inner, String said) {
        if (inner instanceof CertPathBuilderException) {
            return ". Nobody whom this Java trusts has signed the certificate: the server shows the whole chain of a"
                    + " known authority, or its authority goes into Java's trust store by keytool -importcert -cacerts";
        }
        if (inner instanceof CertificateExpiredException) {
            return ". The certificate is out of date: whoever runs the server renews it";
        }
        if (inner instanceof CertificateNotYetValidException) {
            return ". The certificate is not good yet: look at the clock of this machine, then ask whoever runs the server";
        }
        if (inner instanceof CertificateException && (said.contains("name") && said.contains("found"))) {
            return ". The certificate is for other names: set smtp.host to one of them";
        }
        return said.contains("unrecognized ssl message")
                ? ". The server begins in plain text: set smtp.tls: required for STARTTLS, usually on port 587"
                : "";
    }
}
