package gazette.subscriber;

import gazette.subscriber.Token.Purpose;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs and reads the tokens in links. A token is the number of the key, the purpose, what it is about and the newsletter,
 * and 128 bits of HMAC-SHA256 (RFC 2104 section 5) over all of them, in base64url (RFC 4648 section 5). Safe to use from
 * many threads.
 */
public final class Tokens {
    /** Octets of the signature that a token carries: 128 bits. */
    private static final int MAC_OCTETS = 16;

    /** Key, purpose, and the number without its leading zero octets, after a count of those that are left. */
    private static final int SHORTEST = 3 + MAC_OCTETS;

    /** Longest text that can be a token, in characters: a newsletter's id has at most 63. */
    private static final int LONGEST = 200;

    private final KeyRing keys;

    private Tokens(KeyRing keys) {
        this.keys = keys;
    }

    /** Loads what signs, which takes longer than signing. Whoever does not call this waits for it there. */
    public static void load() {
        KeyRing.load();
    }

    /**
     * With the keys of {@code keyFile}. A missing file is made, with its folder, with mode 0600, whole or not at all; of
     * several processes that make it at once, all get the same key.
     *
     * @throws KeyFileUnusable when it cannot be read or made, or holds something else
     */
    public static Tokens open(Path keyFile) {
        return new Tokens(KeyRing.open(keyFile));
    }

    /**
     * The same, but never writes: without a file the key is one of chance, and what it signs is worth nothing to anybody
     * else. For previews and dry runs.
     *
     * @throws KeyFileUnusable when the file cannot be read, or holds something else
     */
    public static Tokens readOnly(Path keyFile) {
        return new Tokens(KeyRing.readOnly(keyFile));
    }

    /** The token as a path segment of a URL: letters, digits, {@code -} and {@code _}. The same for the same key. */
    public String sign(Token token) {
        byte[] newsletter = token.newsletter().getBytes(StandardCharsets.UTF_8);
        byte[] number = number(token.number());
        ByteBuffer said = ByteBuffer.allocate(3 + number.length + newsletter.length)
                .put((byte) keys.newest())
                .put((byte) token.purpose().sign())
                .put((byte) number.length)
                .put(number)
                .put(newsletter);
        byte[] mac = Arrays.copyOf(keys.mac(keys.newest(), said.array()).orElseThrow(), MAC_OCTETS);
        byte[] whole = ByteBuffer.allocate(said.capacity() + MAC_OCTETS)
                .put(said.array())
                .put(mac)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What {@code text} says; empty for any bad one, whatever is bad about it. Takes the time of one signature. */
    public Optional<Token> read(String text) {
        return octets(text).filter(this::isSigned).flatMap(Tokens::said);
    }

    /** Empty for a text that no encoder writes: each token has one form. */
    private static Optional<byte[]> octets(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] octets = Base64.getUrlDecoder().decode(text);
            String again = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
            return again.equals(text) && octets.length >= SHORTEST ? Optional.of(octets) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private boolean isSigned(byte[] octets) {
        int end = octets.length - MAC_OCTETS;
        byte[] given = Arrays.copyOfRange(octets, end, octets.length);
        return keys.mac(Byte.toUnsignedInt(octets[0]), Arrays.copyOf(octets, end))
                .filter(mac -> MessageDigest.isEqual(Arrays.copyOf(mac, MAC_OCTETS), given))
                .isPresent();
    }

    /** Takes apart what we signed ourselves. */
    private static Optional<Token> said(byte[] octets) {
        int numberEnd = 3 + octets[2];
        byte[] number = Arrays.copyOfRange(octets, 3, numberEnd);
        String newsletter =
                new String(octets, numberEnd, octets.length - MAC_OCTETS - numberEnd, StandardCharsets.UTF_8);
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.sign() == octets[1])
                .findFirst()
                .map(purpose -> new Token(purpose, newsletter, number(number)));
    }

    private static byte[] number(long value) {
        byte[] eight = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return Arrays.copyOfRange(eight, Long.numberOfLeadingZeros(value) / 8, Long.BYTES);
    }

    private static long number(byte[] octets) {
        return ByteBuffer.allocate(Long.BYTES)
                .put(Long.BYTES - octets.length, octets)
                .getLong(0);
    }
}
