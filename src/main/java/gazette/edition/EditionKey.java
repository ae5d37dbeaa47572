package gazette.edition;

import java.time.Instant;

/**
 * What an edition is known by, before it has a number.
 *
 * @param newsletter its id
 * @param cadence its name
 * @param slot the instant that the schedule meant, whole seconds
 */
public record EditionKey(String newsletter, String cadence, Instant slot) {}
