package gazette.subscriber;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a workspace, as its key file lists them: a line each, a number from 1 to 255 and the key in base64url. All
 * verify; the last signs, so that a new line below the others rotates the key and old links keep working. Lines that
 * begin with {@code #} are passed over.
 */
final class KeyRing {
    private static final String MAC = "HmacSHA256";

    /** Octets of a key: as many as the digest gives (RFC 2104 section 3). */
    private static final int KEY_OCTETS = 32;

    /** A token has one octet for the number of its key, and 0 is kept free. */
    private static final int MOST_KEYS = 255;

    private static final Pattern LINE = Pattern.compile("([1-9]\\d{0,2})\\s+([A-Za-z0-9_-]+)=*");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Map<Integer, byte[]> keys;
    /** Keyed and never used, by the number of the key. */
    private final Map<Integer, Mac> ready = new ConcurrentHashMap<>();

    private final int newest;

    private KeyRing(Map<Integer, byte[]> keys, int newest) {
        this.keys = keys;
        this.newest = newest;
    }

    /** Loads what draws keys and signs with them. */
    static void load() {
        keyed(chance());
    }

    /** Makes the file when it is missing. */
    static KeyRing open(Path file) {
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException unusable) {
            throw new KeyFileUnusable(file, "it cannot be read or made (" + unusable + ")", unusable);
        }
    }

    /** A key of chance when the file is missing. */
    static KeyRing readOnly(Path file) {
        try {
            return read(file);
        } catch (NoSuchFileException missing) {
            return new KeyRing(Map.of(1, chance()), 1);
        } catch (IOException unreadable) {
            throw new KeyFileUnusable(file, "it cannot be read (" + unreadable + ")", unreadable);
        }
    }

    /** Writes it aside and links it into place, which fails when another process was first: then that one's key counts. */
    private static KeyRing make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "secret", ".new", OWNER_ALONE);
        try {
            String line = "1 " + Base64.getUrlEncoder().withoutPadding().encodeToString(chance()) + "\n";
            Files.writeString(aside, line, StandardCharsets.US_ASCII, StandardOpenOption.DSYNC);
            Files.createLink(file, aside);
            flush(folder);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return read(file);
        } finally {
            Files.delete(aside);
        }
        return read(file);
    }

    /** So that the name outlives a power cut, too: links are about to be mailed that need the key. */
    private static void flush(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static byte[] chance() {
        byte[] key = new byte[KEY_OCTETS];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static KeyRing read(Path file) throws IOException {
        Map<Integer, byte[]> keys = new TreeMap<>();
        int newest = 0;
        int line = 0;
        for (String text : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            line++;
            if (!text.isBlank() && !text.startsWith("#")) {
                newest = add(keys, text.strip());
            }
            if (newest < 0) {
                throw new KeyFileUnusable(
                        file,
                        "line " + line + " is no key: it needs a number of its own from 1 to 255, a"
                                + " space, and at least " + KEY_OCTETS
                                + " octets in base64url; restore the file from a backup");
            }
        }
        if (keys.isEmpty()) {
            throw new KeyFileUnusable(
                    file,
                    "it holds no key: restore it from a backup, or delete it, and links sent before"
                            + " will no longer work");
        }
        return new KeyRing(keys, newest);
    }

    /** Adds the key that {@code line} holds, and tells its number; negative when there is none, or its number is taken. */
    private static int add(Map<Integer, byte[]> keys, String line) {
        Matcher parts = LINE.matcher(line);
        int number = parts.matches() ? Integer.parseInt(parts.group(1)) : MOST_KEYS + 1;
        byte[] key = number <= MOST_KEYS ? decoded(parts.group(2)) : new byte[0];
        return key.length >= KEY_OCTETS && keys.putIfAbsent(number, key) == null ? number : -1;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** The number of the key that signs. */
    int newest() {
        return newest;
    }

    /** HMAC-SHA256 of {@code message} with the key of this number; empty when there is no such key. */
    Optional<byte[]> mac(int key, byte[] message) {
        return Optional.ofNullable(keys.get(key))
                .map(secret -> copy(ready.computeIfAbsent(key, number -> keyed(secret)))
                        .doFinal(message));
    }

    private static Mac keyed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /** One that a thread may use for itself: to copy costs a third of finding and keying another. */
    private static Mac copy(Mac keyed) {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException everyJavaCopiesIt) {
            throw new AssertionError(everyJavaCopiesIt);
        }
    }
}
