package gazette.delivery;

import gazette.edition.EditionId;
import java.time.Duration;

/** What happens during delivery, for whoever keeps watch. Called from many threads; must not throw. */
public interface DeliveryLog {
    /** An attempt has its outcome, and it is durable. */
    void settled(Settled settled);

    /** A connection ended in another way than {@code DONE}. */
    void parted(Parting parting);

    /** Nobody connects for so long. */
    void waiting(Duration time);

    /** A server asked for fewer messages: so many a second were too many. */
    void slowed(PaceBook.Slowed slowed);

    /** Too many readers of an edition were rejected for one reason: it is paused until a person has looked. */
    void paused(EditionId edition, String why);

    /** An account hands over nothing for a while, for a reason that is no failure. */
    void resting(String why);

    /** The store failed; delivery waits for it. Told once per failure, however often it is tried. */
    void storeFailed(RuntimeException failure);

    /** The store is there again. */
    void storeBack();

    /** So many claims of dead processes were taken back; never 0. */
    void tookBack(int claims);

    /** Delivery ends for good, for this reason, which nobody asked for. */
    void stopped(String reason);

    /** One line per event through slf4j, with the numbers of dispatches and never with an address. */
    static DeliveryLog slf4j() {
        return new LoggedDelivery();
    }
}
