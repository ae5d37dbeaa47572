package gazette.delivery;

import java.time.Duration;

/**
 * Keeps a delivery's epoch alive, and takes back the claims of epochs that are not: three times per lease, so that one
 * late beat loses nothing. Run by one thread of the caller's; ends when delivery is stopped: stop it
 * when its workers are idle, too.
 */
public final class LeaseKeeper implements Runnable {
    /** How long a process may be silent before its claims go to others. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Epoch epoch;
    private final Duration lease;
    private final Delivery delivery;
    private final DeliveryLog log;

    /**
     * @param lease as the epoch was enlisted for
     */
    public LeaseKeeper(Outbox outbox, Epoch epoch, Duration lease, Delivery delivery, DeliveryLog log) {
        this.outbox = outbox;
        this.epoch = epoch;
        this.lease = lease;
        this.delivery = delivery;
        this.log = log;
    }

    @Override
    public void run() {
        try {
            while (!delivery.isStopped()) {
                beat();
                delivery.shift().pause(lease.dividedBy(3));
            }
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            if (!outbox.renew(epoch, lease)) {
                delivery.lose("another process took over, because this one did not renew its lease of "
                        + lease.toSeconds() + " s in time: start it again");
                return;
            }
            int claims = outbox.takeBack();
            if (claims > 0) {
                log.tookBack(claims);
                delivery.ring();
            }
        } catch (RuntimeException storeFailed) {
            delivery.storeOutage().began(storeFailed);
        }
    }
}
