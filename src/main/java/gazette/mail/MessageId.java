package gazette.mail;

import java.util.regex.Pattern;

/**
 * The {@code Message-ID} of one message, without the angle brackets (RFC 5322 section 3.6.4).
 *
 * <p>Gazette makes it of what is being sent to whom, never of chance or of the clock: a second attempt carries the
 * same one, and a receiver can drop the copy.
 *
 * @param value {@code left@domain}, both dot-atoms, the domain of at least two labels
 */
public record MessageId(String value) {
    /** In characters: with the field's name and the angle brackets it stays a third of a line (RFC 5322 section 2.1.1). */
    public static final int LONGEST = 300;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+_-]+(\\.[A-Za-z0-9+_-]+)*@LABEL(\\.LABEL)+"
            .replace("LABEL", "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"));

    public MessageId {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + HeaderText.onOneLine(value)
                    + "' is no message id: it needs the form" + " left@domain, in at most " + LONGEST + " characters");
        }
    }

    /** The identifier as the header field holds it, angle brackets included. */
    @Override
    public String toString() {
        return "<" + value + ">";
    }
}
