package gazette.dkim;

import gazette.mail.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The domain that answers for messages, and the keys that it signs them with. Ed25519 never signs alone: receivers that
 * do not know it would see no signature.
 *
 * @param name in small letters, with A-labels
 * @param ed25519 of the same message a second signature, beside that by RSA
 */
public record SigningDomain(String name, SelectedKey rsa, Optional<SelectedKey> ed25519) {
    public SigningDomain {
        if (!domain(name).equals(name)) {
            throw new IllegalArgumentException("the domain «" + name + "» is not in small letters with A-labels");
        }
        if (rsa.key().kind() != KeyKind.RSA
                || ed25519.stream().anyMatch(e -> e.key().kind() != KeyKind.ED25519)) {
            throw new IllegalArgumentException("RSA signs, and Ed25519 beside it");
        }
        if (ed25519.filter(e -> e.selector().equalsIgnoreCase(rsa.selector())).isPresent()) {
            throw new IllegalArgumentException("both keys have the selector " + rsa.selector());
        }
    }

    /**
     * {@code text} as the DNS has it.
     *
     * @throws IllegalArgumentException when it is no domain
     */
    public static String domain(String text) {
        return EmailAddress.of("postmaster@" + text).domain();
    }

    /** Both, or the one that there is. */
    public List<SelectedKey> keys() {
        List<SelectedKey> keys = new ArrayList<>(List.of(rsa));
        ed25519.ifPresent(keys::add);
        return keys;
    }

    /** The records that the DNS has to have. */
    public List<KeyRecord> records() {
        return keys().stream().map(key -> key.record(name)).toList();
    }

    /**
     * Whether a signature of this domain speaks for an address at {@code other}: it is the same domain, one above or one
     * below (relaxed alignment as RFC 7489 section 3.1.1 has it, without a list of public suffixes).
     */
    public boolean isAlignedWith(String other) {
        String lower = other.toLowerCase(Locale.ROOT);
        return lower.equals(name) || lower.endsWith("." + name) || name.endsWith("." + lower);
    }
}
