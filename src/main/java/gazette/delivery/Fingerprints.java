package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.EditionKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifiers of one edition are made of: the SHA-256 of the edition and of whatever tells them apart. The edition
 * is digested once. Safe to use from many threads.
 *
 * <p>The time of composing is in it, because a store that was begun anew numbers its editions and readers from 1 again:
 * with the number alone a receiver would take the new edition for a copy of an old one.
 */
final class Fingerprints {
    /** Has the edition in it, and is only ever cloned. */
    private final MessageDigest begun;

    private Fingerprints(MessageDigest begun) {
        this.begun = begun;
    }

    /** @param purpose of the identifiers, so that no two kinds share one */
    static Fingerprints of(String purpose, Edition edition) {
        EditionKey key = edition.key();
        String facts = String.join(
                "\n",
                purpose,
                edition.id().toString(),
                key.cadence(),
                key.slot().toString(),
                edition.composedAt().toString(),
                "");
        try {
            MessageDigest begun = MessageDigest.getInstance("SHA-256");
            begun.update(facts.getBytes(StandardCharsets.UTF_8));
            return new Fingerprints(begun);
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }

    /** 64 hexadecimal digits. */
    String of(String rest) {
        try {
            MessageDigest digest = (MessageDigest) begun.clone();
            return HexFormat.of().formatHex(digest.digest(rest.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException everySha256IsCloneable) {
            throw new AssertionError(everySha256IsCloneable);
        }
    }
}
