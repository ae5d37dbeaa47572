package gazette.dkim;

import java.security.SecureRandom;

/** Chance that is none: it gives one seed. Java derives the public key of Ed25519 from nothing but chance. */
final class GivenSeed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    /** @param seed as many octets as will be asked for */
    GivenSeed(byte[] seed) {
        super(null, null);
        this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] octets) {
        System.arraycopy(seed, 0, octets, 0, octets.length);
    }
}
