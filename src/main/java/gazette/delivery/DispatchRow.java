package gazette.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One dispatch as exports show it.
 *
 * @param address as it is stored, because an address that mail cannot be sent to is shown too
 * @param reason of the suppressed ones
 * @param attempts since it was first tried, or since a person had it tried again
 * @param answeredAt when the last attempt ended
 * @param words the last answer in the server's words, or what was seen instead of one
 * @param notBefore when it is tried again, if a time is set
 */
public record DispatchRow(
        String address,
        DispatchState state,
        Optional<SuppressionReason> reason,
        int attempts,
        Optional<Instant> answeredAt,
        String words,
        Optional<Instant> notBefore) {}
