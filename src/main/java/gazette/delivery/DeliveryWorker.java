package gazette.delivery;

import java.time.Duration;

/**
 * Gives one courier's connection what is due, for as long as it may: claims small batches, delivers, gives back what it
 * did not use, and waits for the bell. Run by one thread of the caller's; ends when {@link Delivery} says so, or when
 * its thread is interrupted.
 *
 * <p>A store that fails, or a server that is away, makes it wait and try again. What it knows and could not write it
 * keeps until the store takes it.
 */
public final class DeliveryWorker implements Runnable {
    /** How often an outcome is offered to a store that fails, after delivery was stopped: ten seconds are promised. */
    private static final int LAST_OFFERS = 8;

    private static final Duration BETWEEN_OFFERS = Duration.ofMillis(500);

    private final Delivery delivery;

    public DeliveryWorker(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void run() {
        Holding holding = delivery.holding();
        try {
            drain(holding);
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
        } finally {
            holding.giveUpRound();
            settleDebts(holding);
        }
    }

    private void drain(Holding holding) throws InterruptedException {
        while (!delivery.isStopped()) {
            Duration wait = delivery.backoff();
            if (!wait.isZero()) {
                delivery.pause(wait);
                continue;
            }
            long heard = delivery.rings();
            if (!round(holding)) {
                if (delivery.goesHome()) {
                    return;
                }
                delivery.await(heard);
            }
        }
    }

    /** Claims and delivers over one connection; whether there was anything to do. */
    private boolean round(Holding holding) {
        delivery.begin();
        boolean anything = true;
        try {
            holding.payDebts();
            holding.begin();
            Parting parting = delivery.deliver(holding);
            holding.finish();
            delivery.storeAnswered();
            anything = holding.claimedAny();
            if (anything) {
                delivery.parted(parting, holding.settledAny());
            }
        } catch (RuntimeException storeFailed) {
            holding.giveUpRound();
            delivery.storeFailed(storeFailed);
        } finally {
            delivery.end(anything);
        }
        return anything;
    }

    private void settleDebts(Holding holding) {
        for (int offer = 0; offer < LAST_OFFERS && holding.hasDebts(); offer++) {
            try {
                holding.payDebts();
            } catch (RuntimeException storeStillAway) {
                delivery.storeFailed(storeStillAway);
                if (!waited()) {
                    return;
                }
            }
        }
    }

    private synchronized boolean waited() {
        try {
            long end = System.nanoTime() + BETWEEN_OFFERS.toNanos();
            while (System.nanoTime() < end) {
                wait(BETWEEN_OFFERS.toMillis());
            }
            return true;
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
