package gazette.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A private key that signs mail, with the public one that goes with it. Immutable. */
public final class SigningKey {
    /** A new RSA key has as many bits: what every record and every receiver takes. */
    private static final int NEW_RSA_BITS = 2048;

    /** What signers should have at least (RFC 8301 section 3.2); below 1024 receivers refuse. */
    private static final int FEWEST_RSA_BITS = 2048;

    /** Receivers need not take signatures by more (RFC 8301 section 3.2). */
    private static final int MOST_RSA_BITS = 4096;

    private final KeyKind kind;
    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(KeyKind kind, PrivateKey secret, PublicKey open) {
        this.kind = kind;
        this.secret = secret;
        this.open = open;
    }

    /** A new key. */
    public static SigningKey make(KeyKind kind, SecureRandom chance) {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance(kind.toString());
            if (kind == KeyKind.RSA) {
                maker.initialize(NEW_RSA_BITS, chance);
            } else {
                maker.initialize(NamedParameterSpec.ED25519, chance);
            }
            return of(kind, maker.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /**
     * The key that {@code text} holds as PEM: PKCS#8, or for RSA PKCS#1.
     *
     * @throws KeyUnusable when it holds none, one that is encrypted, or one that receivers will not take
     */
    public static SigningKey ofPem(String text) {
        byte[] octets = Pem.read(text);
        return Stream.of(KeyKind.values())
                .flatMap(kind -> secret(kind, octets).stream().map(secret -> of(kind, secret)))
                .findFirst()
                .orElseThrow(() -> new KeyUnusable(
                        "holds a key that is neither RSA nor Ed25519, or a damaged one",
                        "make one with `gazette dkim keygen`"));
    }

    private static Optional<PrivateKey> secret(KeyKind kind, byte[] octets) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(kind.toString()).generatePrivate(new PKCS8EncodedKeySpec(octets)));
        } catch (InvalidKeySpecException ofAnotherKind) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    private static SigningKey of(KeyKind kind, PrivateKey secret) {
        try {
            return new SigningKey(kind, secret, kind == KeyKind.RSA ? ofRsa(secret) : ofEd25519(secret));
        } catch (GeneralSecurityException incomplete) {
            throw new KeyUnusable(
                    "holds a key without its public half", "make one with `gazette dkim keygen`", incomplete);
        }
    }

    private static PublicKey ofRsa(PrivateKey secret) throws GeneralSecurityException {
        if (!(secret instanceof RSAPrivateCrtKey key)) {
            throw new InvalidKeySpecException("no public exponent");
        }
        int bits = key.getModulus().bitLength();
        if (bits < FEWEST_RSA_BITS || bits > MOST_RSA_BITS) {
            throw new KeyUnusable(
                    "holds an RSA key of " + bits + " bits, and mail is signed with " + FEWEST_RSA_BITS + " to "
                            + MOST_RSA_BITS + " (RFC 8301)",
                    "make one with `gazette dkim keygen`");
        }
        return KeyFactory.getInstance(KeyKind.RSA.toString())
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static PublicKey ofEd25519(PrivateKey secret) throws GeneralSecurityException {
        byte[] seed = secret instanceof EdECPrivateKey key ? key.getBytes().orElse(new byte[0]) : new byte[0];
        if (seed.length == 0) {
            throw new InvalidKeySpecException("no seed");
        }
        KeyPairGenerator maker = KeyPairGenerator.getInstance(KeyKind.ED25519.toString());
        maker.initialize(NamedParameterSpec.ED25519, new GivenSeed(seed));
        return maker.generateKeyPair().getPublic();
    }

    public KeyKind kind() {
        return kind;
    }

    /** The public half, for checking a signature. */
    PublicKey open() {
        return open;
    }

    PrivateKey secret() {
        return secret;
    }

    /** How many octets a signature has. */
    int signatureOctets() {
        return secret instanceof RSAPrivateCrtKey key ? (key.getModulus().bitLength() + 7) / 8 : 64;
    }

    /** The private key as text, for its file alone. */
    String pem() {
        return Pem.of(secret.getEncoded());
    }

    /** Whether it is the same key: its public half tells. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningKey key && open.equals(key.open);
    }

    @Override
    public int hashCode() {
        return open.hashCode();
    }

    /** Its kind alone: a key is in no log. */
    @Override
    public String toString() {
        return kind + " key";
    }
}
