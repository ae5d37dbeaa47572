package gazette.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What mail programs file a newsletter by: a label that never changes, and a name for people (RFC 2919 section 2).
 *
 * @param name what people read; empty for none
 * @param label small letters, digits and hyphens, at most 63
 * @param domain the newsletter's own, which makes the label unique
 */
public record ListId(String name, String label, String domain) {
    /** Longest identifier, in octets: RFC 2919 section 2. */
    public static final int MAX_OCTETS = 255;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DOMAIN = Pattern.compile("LABEL(\\.LABEL)*".replace("LABEL", LABEL.pattern()));

    public ListId {
        HeaderText.checked("the newsletter's name", name);
        objection(label).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        if (!DOMAIN.matcher(domain).matches() || label.length() + 1 + domain.length() > MAX_OCTETS) {
            throw new IllegalArgumentException("'" + HeaderText.onOneLine(domain) + "' is no domain for a List-Id");
        }
    }

    /** Why {@code label} cannot be a newsletter's, as a sentence; empty when it can. */
    public static Optional<String> objection(String label) {
        return LABEL.matcher(label).matches()
                ? Optional.empty()
                : Optional.of("'" + HeaderText.onOneLine(label)
                        + "' is no label: use small letters, digits and hyphens, at most 63, a hyphen neither first nor"
                        + " last");
    }

    /** The identifier alone, as it stands between the angle brackets. */
    public String identifier() {
        return label + "." + domain;
    }
}
