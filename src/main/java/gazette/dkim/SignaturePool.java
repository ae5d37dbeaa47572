package gazette.dkim;

import java.security.Signature;
import java.security.SignatureException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Signs with one key: each thread takes a signature that is ready and puts it back, so that none is made anew for a
 * message. Safe to use from many threads.
 */
final class SignaturePool {
    private final Engine engine;
    private final SelectedKey key;
    private final ConcurrentLinkedQueue<Signature> ready = new ConcurrentLinkedQueue<>();

    SignaturePool(Engine engine, SelectedKey key) {
        this.engine = engine;
        this.key = key;
    }

    SelectedKey key() {
        return key;
    }

    /** The signature of {@code octets}: the same each time. */
    byte[] sign(byte[] octets) {
        Signature waiting = ready.poll();
        Signature signature = waiting == null ? engine.signature(key.key()) : waiting;
        try {
            signature.update(
                    key.key().kind() == KeyKind.RSA ? octets : engine.sha256().digest(octets));
            byte[] signed = signature.sign();
            ready.add(signature);
            return signed;
        } catch (SignatureException neverOfAReadyOne) {
            throw new IllegalStateException("the key " + key.selector() + " does not sign", neverOfAReadyOne);
        }
    }
}
