package gazette.dkim;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * What hashes and signs: Java's own code, or a faster library beside it. The octets are the same. Safe to use from many
 * threads.
 */
public final class Engine {
    /** Amazon's library signs some three times as fast; it is there when its jar is on the class path. */
    private static final String FASTER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private static final String SHA_256 = "SHA-256";

    private final Optional<Provider> provider;

    private Engine(Optional<Provider> provider) {
        this.provider = provider;
    }

    /** Java's own. Ready at once. */
    public static Engine standard() {
        return new Engine(Optional.empty());
    }

    /** The fastest that is there and works; loading it may take half a second. */
    public static Engine fastest() {
        return new Engine(faster().filter(Engine::works));
    }

    private static Optional<Provider> faster() {
        try {
            return ServiceLoader.load(Provider.class).stream()
                    .filter(found -> found.type().getName().equals(FASTER))
                    .findFirst()
                    .map(ServiceLoader.Provider::get);
        } catch (ServiceConfigurationError | LinkageError notForThisMachine) {
            return Optional.empty();
        }
    }

    /** A library for another machine is found, but has nothing to offer. */
    private static boolean works(Provider provider) {
        return provider.getService("Signature", KeyKind.RSA.signature()) != null
                && provider.getService("MessageDigest", SHA_256) != null;
    }

    /** For people. */
    public String name() {
        return provider.map(p -> p.getName() + " " + p.getVersionStr()).orElse("Java's own");
    }

    MessageDigest sha256() {
        try {
            return provider.isPresent()
                    ? MessageDigest.getInstance(SHA_256, provider.get())
                    : MessageDigest.getInstance(SHA_256);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /** Ready to sign with {@code key}, again and again; one thread at a time. */
    Signature signature(SigningKey key) {
        return provider.flatMap(p -> signature(key.kind(), key.secret(), p)).orElseGet(() -> standard(key));
    }

    private static Optional<Signature> signature(KeyKind kind, PrivateKey key, Provider provider) {
        try {
            Signature signature = Signature.getInstance(kind.signature(), provider);
            signature.initSign(key);
            return Optional.of(signature);
        } catch (GeneralSecurityException notThatKind) {
            return Optional.empty();
        }
    }

    private static Signature standard(SigningKey key) {
        try {
            Signature signature = Signature.getInstance(key.kind().signature());
            signature.initSign(key.secret());
            return signature;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
