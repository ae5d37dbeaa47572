package gazette.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person or desk as {@code From} and {@code Reply-To} show it: a name and an address (RFC 5322 section 3.4).
 *
 * @param name what people read, without quotation marks of its own; empty for an address alone
 */
public record Mailbox(String name, EmailAddress address) {
    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("(?s)(.*)<([^<>]*)>");
    private static final Pattern QUOTED = Pattern.compile("(?s)\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** The characters that a name has in quotation marks only (RFC 5322 section 3.2.3). */
    private static final Pattern SPECIAL = Pattern.compile("[()<>\\[\\]:;@\\\\,.\"]");

    public Mailbox {
        HeaderText.checked("the name of " + address, name);
        name = name.strip();
    }

    /**
     * Reads {@code La Gazette <lettre@example.org>}, {@code "La Gazette, matin" <lettre@example.org>} or a bare address.
     * A name with a comma or a dot is taken without quotation marks too.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Mailbox of(String text) {
        Matcher named = NAME_AND_ADDRESS.matcher(text.strip());
        return named.matches()
                ? new Mailbox(unquoted(named.group(1).strip()), EmailAddress.of(named.group(2)))
                : new Mailbox("", EmailAddress.of(text));
    }

    private static String unquoted(String name) {
        Matcher quoted = QUOTED.matcher(name);
        return quoted.matches() ? quoted.group(1).replaceAll("(?s)\\\\(.)", "$1") : name;
    }

    /** What {@link #of} reads back: the name in quotation marks where it needs them. */
    @Override
    public String toString() {
        if (name.isEmpty()) {
            return address.toString();
        }
        String shown = SPECIAL.matcher(name).find() ? "\"" + name.replaceAll("([\"\\\\])", "\\\\$1") + "\"" : name;
        return shown + " <" + address + ">";
    }
}
