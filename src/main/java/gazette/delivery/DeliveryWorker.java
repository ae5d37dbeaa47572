package gazette.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * Gives one connection of an account what is due, for as long as it may: claims small batches, delivers, gives back what it
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

    /** Longer than any wait: the bell, or the time to look again, comes first. */
    private static final Duration AT_MOST = Duration.ofDays(1);

    private final Delivery delivery;
    private final Carrier carrier;

    DeliveryWorker(Delivery delivery, Carrier carrier) {
        this.delivery = delivery;
        this.carrier = carrier;
    }

    @Override
    public void run() {
        Holding holding = delivery.holding(carrier);
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
            Duration wait = delivery.storeOutage().left();
            if (!wait.isZero()) {
                delivery.shift().pause(wait);
                continue;
            }
            long heard = delivery.shift().rings();
            if (!connects(holding, heard)) {
                return;
            }
        }
    }

    /** One round, if the account may connect, or a wait; whether to go on. */
    private boolean connects(Holding holding, long heard) throws InterruptedException {
        if (!carrier.connections().opens()) {
            delivery.shift().await(heard, AT_MOST);
            return !delivery.isDoneByOthers();
        }
        Optional<Parting> parting = Optional.empty();
        Duration away = carrier.breaker().ask();
        try {
            parting = away.isZero() ? round(holding) : parting;
        } finally {
            carrier.connections().closed(away.isZero() && holding.settledAny());
        }
        return parting.isPresent() ? afterRound(parting.get()) : afterNothing(holding, away, heard);
    }

    /** Who alone gets no connection waits alone. */
    private boolean afterRound(Parting parting) throws InterruptedException {
        boolean isUnlucky = parting.kind() == Parting.Kind.UNREACHABLE || parting.kind() == Parting.Kind.BUSY;
        if (isUnlucky && !carrier.breaker().isOpen()) {
            delivery.shift().pause(carrier.breaker().first());
        }
        return true;
    }

    private boolean afterNothing(Holding holding, Duration away, long heard) throws InterruptedException {
        boolean looked = away.isZero() && holding.queue().foundNothing();
        if (looked ? delivery.goesHome() : delivery.isDoneByOthers()) {
            return false;
        }
        delivery.shift().await(heard, away.isZero() ? holding.queue().heldBack().orElse(AT_MOST) : away);
        return true;
    }

    /** Claims and delivers over one connection; how it ended, if there was anything to do. */
    private Optional<Parting> round(Holding holding) {
        delivery.shift().begin();
        Optional<Parting> ended = Optional.of(new Parting(Parting.Kind.DONE, ""));
        long begun = delivery.time().now();
        try {
            holding.begin();
            holding.payDebts();
            Parting parting = carrier.courier().deliver(holding, holding);
            holding.finish();
            delivery.storeOutage().ended();
            ended = Optional.of(parting).filter(p -> holding.queue().claimedAny());
            ended.ifPresentOrElse(
                    p -> delivery.parted(carrier, p, begun, holding.settledAny()), carrier.breaker()::unused);
        } catch (RuntimeException storeFailed) {
            holding.giveUpRound();
            carrier.breaker().unused();
            delivery.storeOutage().began(storeFailed);
        } finally {
            delivery.shift().end(ended.isPresent());
        }
        return ended;
    }

    private void settleDebts(Holding holding) {
        for (int offer = 0; offer < LAST_OFFERS && holding.hasDebts(); offer++) {
            try {
                holding.payDebts();
            } catch (RuntimeException storeStillAway) {
                delivery.storeOutage().began(storeStillAway);
                if (!waited()) {
                    return;
                }
            }
        }
    }

    private synchronized boolean waited() {
        try {
            long end = delivery.time().now() + BETWEEN_OFFERS.toNanos();
            for (Duration left = BETWEEN_OFFERS;
                    !left.isZero();
                    left = delivery.time().until(end)) {
                delivery.time().rest().on(this, left.toNanos());
            }
            return true;
        } catch (InterruptedException toldToEnd) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
