package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.subscriber.Readership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who is owed what (port). Every state a dispatch can be in is a row here; nothing about who got what lives in memory.
 * Safe to use from many threads.
 */
public interface Outbox {
    /**
     * Freezes the audience, {@code RENDERED → FILLING → FILLED}: one dispatch per confirmed subscription of the
     * edition's cadence whose address is not suppressed, of those who subscribed before it began. A large audience is
     * many short commits, so that others write in between; cut short, the next call goes on where it was. Done again,
     * it changes nothing and returns the same. Of a cancelled edition nothing is filled.
     *
     * @param cooldown nothing is claimed before it has passed
     * @param inDoubt frozen with the edition
     * @param firstWave at most so many are handed over before the edition is resumed, if given
     */
    Audience fill(Edition edition, Duration cooldown, InDoubtPolicy inDoubt, Optional<Integer> firstWave);

    /** What those want whom a fill of this cadence would take. */
    Readership readership(String newsletter, String cadence);

    /** Whether a fill of this cadence would take anybody at all. */
    boolean hasAudience(String newsletter, String cadence);

    /** A new epoch, whose lease runs out after {@code lease} unless it is renewed. Committed on return. */
    Epoch enlist(Duration lease);

    /** Keeps the epoch alive for another {@code lease}; false when it was presumed dead, for good. */
    boolean renew(Epoch epoch, Duration lease);

    /** Gives the epoch up: its claims are taken back at once. */
    void leave(Epoch epoch);

    /**
     * Takes back the claims of every epoch whose lease has run out: {@code CLAIMED → PENDING}, and
     * {@code HANDING_OVER → IN_DOUBT} (or {@code HELD}). How many were taken back.
     */
    int takeBack();

    /** The same for every epoch but {@code mine}, alive or not: for the holder of the workspace's lock. */
    int takeBackAllBut(Epoch mine);

    /**
     * Claims up to {@code most} dispatches that are due, of filled editions past their cool-down and within their first
     * wave: {@code PENDING | DEFERRED | IN_DOUBT → CLAIMED}. Those whose reader left or is suppressed since go to
     * {@code SUPPRESSED} instead, and those whom {@code gate} puts off are due later; their attempt is not counted.
     * Committed on return.
     */
    List<Dispatch> claim(Epoch epoch, int most, Gate gate);

    /** The same with a gate that is open. */
    default List<Dispatch> claim(Epoch epoch, int most) {
        return claim(epoch, most, Gate.OPEN);
    }

    /** Gives back claims that were never handed over: {@code CLAIMED → PENDING}, the attempt not counted. */
    void release(Epoch epoch, List<Dispatch> unused);

    /** Where the hand-overs of this epoch are written. */
    Journal journal(Epoch epoch, RetryPolicy policy);

    /**
     * Calls an edition off, whatever its state: {@code → CANCELLED}. From the first commit on nothing of it is handed
     * over; what is in the gap then still counts as its server answers. Further commits, each short, end what waits:
     * {@code PENDING | DEFERRED → SUPPRESSED(CANCELLED)}, {@code IN_DOUBT → HELD}. Claims of living workers end as
     * those give them back. Done again, it ends what a crash left.
     *
     * @return false when it was cancelled before, or is not there
     */
    boolean cancel(EditionId edition);

    /**
     * A person has it tried again: {@code → PENDING} for those of a filled or paused edition who have not left and are
     * not on the list of addresses never to mail, with the attempts counted anew. Short commits; those that ended after
     * the call began are left as they are. How many were put back.
     *
     * @param code only those whose last words begin with it, if given
     */
    long putBack(EditionId edition, Ended ended, Optional<AnswerCode> code);

    /** How many of an edition wait only because its wave ends before them. */
    long heldBack(EditionId edition);

    /** How an edition's audience stands; all zero before it is filled. One SQL statement. */
    Tally tally(EditionId edition);

    /** When the next dispatch of any edition will be due, if one waits; not after now when one is due already. */
    Optional<Instant> nextDue();

    /** The same for one edition. */
    Optional<Instant> nextDue(EditionId edition);

    /**
     * One dispatch that did not end well, as reports show it.
     *
     * @param address as it is stored, because an address that mail cannot be sent to is a trouble too
     */
    record Trouble(String address, DispatchState state, int attempts, String words) {}

    /** The edition's dispatches in {@code state}, in the order of their ids, at most {@code most}. */
    List<Trouble> troubles(EditionId edition, DispatchState state, int most);

    /** What servers said of those that are neither accepted nor untried, the most frequent first. */
    List<Answers.Count> answers(EditionId edition, int most);

    /** How the edition stands at the recipient domains with most readers, those first. */
    List<DomainTally> domains(EditionId edition, int most);

    /** The edition's dispatches in any of {@code states}, one after the other in the order of filling. */
    void each(EditionId edition, Set<DispatchState> states, Consumer<DispatchRow> each);

    /** How many confirmed subscriptions a fill of this cadence would take, by recipient domain, largest first. */
    List<DomainCount> audience(String newsletter, String cadence);

    /** So many readers at one recipient domain. */
    record DomainCount(String domain, long readers) {}
}
