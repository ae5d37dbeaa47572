package gazette.mail;

/** The three digits that open an SMTP reply (RFC 5321 section 4.2.1). */
public record ReplyCode(int value) {
    public ReplyCode {
        if (value < 200 || value > 599) {
            throw new IllegalArgumentException(value + " is no SMTP reply code: they run from 200 to 599");
        }
    }

    /** 2yz: done. */
    public boolean isPositive() {
        return value < 300;
    }

    /** 3yz: go on with the rest of the command. */
    public boolean isIntermediate() {
        return value >= 300 && value < 400;
    }

    /** 4yz: not now, the same command may pass later. */
    public boolean isTransient() {
        return value >= 400 && value < 500;
    }

    /** 5yz: no, and asking again will not help. */
    public boolean isPermanent() {
        return value >= 500;
    }
}
