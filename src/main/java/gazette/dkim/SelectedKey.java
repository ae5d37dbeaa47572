package gazette.dkim;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key and the name under which its record is looked up, the selector (RFC 6376 section 3.1): a new key has a new one,
 * so that mail on its way still verifies.
 */
public record SelectedKey(String selector, SigningKey key) {
    private static final Pattern SELECTOR =
            Pattern.compile("LABEL(\\.LABEL)*".replace("LABEL", "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"));

    /** So that its record's name fits the DNS with a long domain. */
    private static final int LONGEST = 100;

    public SelectedKey {
        objection(selector).ifPresent(why -> {
            throw new IllegalArgumentException("the selector «" + selector + "» is none: " + why);
        });
    }

    /** What to give instead of {@code selector}; empty when it is one. */
    public static Optional<String> objection(String selector) {
        return selector.length() <= LONGEST && SELECTOR.matcher(selector).matches()
                ? Optional.empty()
                : Optional.of("give letters, digits and hyphens, such as g1");
    }

    /** The record that publishes it for {@code domain}. */
    public KeyRecord record(String domain) {
        return KeyRecord.of(selector, domain, key);
    }
}
