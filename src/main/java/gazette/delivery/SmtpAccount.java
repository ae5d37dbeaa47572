package gazette.delivery;

import java.util.Optional;

/**
 * One way out: a server, and how much may go through it.
 *
 * @param name the operator's own
 * @param share of all messages, against the shares of the others; 0 for a spare, which works while all others are away
 * @param warmUp empty for none
 */
public record SmtpAccount(String name, SmtpServer server, int share, Rates rates, Optional<WarmUp> warmUp) {
    /** What an account is called that is the only one. */
    public static final String ONLY = "main";

    public SmtpAccount {
        if (share < 0) {
            throw new IllegalArgumentException("the share of " + name + " is " + share + ": give 0 or more");
        }
    }

    /** The only account, without limits. */
    public static SmtpAccount only(SmtpServer server) {
        return new SmtpAccount(ONLY, server, 1, Rates.NONE, Optional.empty());
    }
}
