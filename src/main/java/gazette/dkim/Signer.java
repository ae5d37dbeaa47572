package gazette.dkim;

import java.time.Instant;
import java.util.List;

/**
 * Signs messages for one domain: with RSA, and with Ed25519 beside it where there is a key. The same message gets the same
 * octets each time. Safe to use from many threads.
 */
public final class Signer {
    private final String domain;
    private final Engine engine;
    private final List<SignaturePool> keys;

    public Signer(SigningDomain domain, Engine engine) {
        this.domain = domain.name();
        this.engine = engine;
        this.keys = domain.keys().stream()
                .map(key -> new SignaturePool(engine, key))
                .toList();
    }

    /** The hash of a body of which nothing was taken in yet. */
    public BodyHash body() {
        return new BodyHash(engine.sha256());
    }

    /**
     * What will sign a message with this header. Quick: nothing is signed yet.
     *
     * @param head the fields, with a {@code From} among them, each ended by CRLF
     * @param at what the signature says of its own age
     */
    public Draft draft(byte[] head, Instant at) {
        Head fields = Head.of(head);
        List<String> names = SignedNames.of(fields);
        byte[] canonical = fields.canonical(names);
        List<Draft.Part> parts = keys.stream()
                .map(pool ->
                        new Draft.Part(pool, SignatureField.opening(domain, pool.key(), names, at.getEpochSecond())))
                .toList();
        return new Draft(canonical, parts);
    }
}
