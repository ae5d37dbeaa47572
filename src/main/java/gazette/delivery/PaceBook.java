package gazette.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What was learnt about paces, and how far warm-ups are, over restarts (port). Safe to use from many threads. */
public interface PaceBook {
    /**
     * Somebody asked us to slow down.
     *
     * @param domain a recipient domain; empty for the account as a whole
     * @param limit messages a second that were too many
     */
    record Slowed(String account, String domain, double limit, Instant at) {}

    /** What was learnt since, the newest of each account and domain. */
    List<Slowed> since(Instant moment);

    /** Keeps it in the place of what was known before; committed on return. */
    void keep(Slowed slowed);

    /**
     * Counts up to {@code wanted} messages of a day's warm-up as used before they are, so that a process which dies
     * uses none twice; committed on return.
     *
     * @param allowance how many the day has
     * @return how many there were left, at most {@code wanted}
     */
    int reserve(String account, LocalDate day, int wanted, int allowance);

    /** How many messages of a day's warm-up count as used. */
    int reserved(String account, LocalDate day);

    /** Takes back what was reserved and not used; committed on return. */
    void giveBack(String account, LocalDate day, int unused);
}
