package gazette.proof;

import gazette.delivery.CompiledEdition;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import java.time.Instant;

/**
 * An edition that was composed and rendered for a look.
 *
 * @param newsletter as the settings have it
 * @param look which articles it is made of
 * @param slot that it was made for
 * @param outlook what the run for the slot would come to; its edition is empty when there would be none
 * @param edition what is looked at: the coming one, or one of the articles of {@code look}
 * @param rendering of it
 * @param compiled ready to make letters of
 */
public record Proof(
        Newsletter newsletter,
        Cadence cadence,
        Look look,
        Instant slot,
        Outlook outlook,
        Edition edition,
        Rendering rendering,
        CompiledEdition compiled) {}
