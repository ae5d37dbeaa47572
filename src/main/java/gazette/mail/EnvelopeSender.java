package gazette.mail;

/**
 * The reverse-path of an SMTP transaction, where reports go (RFC 5321 section 4.1.1.2).
 *
 * @param path what stands between the angle brackets of MAIL FROM; empty for the null path (RFC 5321 section 4.5.5)
 */
public record EnvelopeSender(String path) {
    /** {@code <>}: nobody wants a report about this message. */
    public static final EnvelopeSender NULL = new EnvelopeSender("");

    /** Refuses a path that is neither empty nor an address, so that none can end the command it goes into. */
    public EnvelopeSender {
        if (!path.isEmpty() && !EmailAddress.of(path).toString().equals(path)) {
            throw new IllegalArgumentException(
                    "'" + path + "' is no reverse-path: it needs an address in its own form");
        }
    }

    /** Reports go to {@code address}. */
    public static EnvelopeSender of(EmailAddress address) {
        return new EnvelopeSender(address.toString());
    }
}
