package gazette.studio;

import gazette.digest.Rehearsal.Outlook;
import gazette.proof.Fault;
import gazette.proof.Proof;
import java.util.Optional;

/**
 * What making a proof came to.
 *
 * @param proof what there is to look at; of a broken template the last one that could be made, if there was one
 * @param outlook what the run for the slot would come to; empty while something keeps it from being known
 * @param fault what keeps the proof from being made anew
 */
record Draft(Optional<Proof> proof, Optional<Outlook> outlook, Optional<Fault> fault) {
    /** Whether there is nothing for readers, and nothing is broken. */
    boolean isNothing() {
        return proof.isEmpty() && fault.isEmpty();
    }
}
