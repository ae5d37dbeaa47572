package gazette.proof;

import gazette.digest.Rehearsal.Outlook;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look came to.
 *
 * @param slot that it was made for
 * @param outlook what the run for the slot would come to, whatever was looked at: its reason and its verdicts say why there
 *     is nothing new. Not rendered unless it was looked at
 * @param proof empty when there is nothing to look at
 * @param reason why there is nothing to look at, in words; empty when there is something
 */
public record Looked(Instant slot, Outlook outlook, Optional<Proof> proof, String reason) {
    static Looked at(Proof proof) {
        return new Looked(proof.slot(), proof.outlook(), Optional.of(proof), "");
    }

    static Looked nothing(Instant slot, Outlook outlook, String reason) {
        return new Looked(slot, outlook, Optional.empty(), reason);
    }
}
