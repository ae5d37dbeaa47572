package gazette.config;

import gazette.delivery.RetryPolicy;
import gazette.delivery.SmtpAccount;
import gazette.delivery.SmtpServer;
import gazette.delivery.StopAndAsk;
import gazette.edition.Newsletter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that {@code gazette.yaml} says, checked.
 *
 * @param workspace the folder that the file lies in, absolute
 * @param store the SQLite file, absolute
 * @param newsletters in the order of the file; at least one
 * @param accounts the ways out, in the order of the file; at least one
 * @param retry when a deferred message is tried again
 * @param stopAndAsk how many rejections for one reason pause an edition
 * @param dkim who signs the mail; empty when nobody does
 * @param pickUpEvery how long {@code gazette run} waits between two looks at the sources, at least a second
 */
public record Settings(
        Path workspace,
        Path store,
        List<Newsletter> newsletters,
        List<SmtpAccount> accounts,
        RetryPolicy retry,
        StopAndAsk.Limit stopAndAsk,
        Optional<SigningSettings> dkim,
        WebSettings web,
        Duration pickUpEvery) {
    public Settings {
        newsletters = List.copyOf(newsletters);
        accounts = List.copyOf(accounts);
    }

    /** The server of the first account. */
    public SmtpServer smtp() {
        return accounts.get(0).server();
    }

    /** The newsletter of this id, if there is one. */
    public Optional<Newsletter> newsletter(String id) {
        return newsletters.stream().filter(n -> n.id().equals(id)).findFirst();
    }
}
