package gazette.cli;

import gazette.delivery.Delivery;
import gazette.delivery.DeliveryLog;
import gazette.delivery.DeliveryWorker;
import gazette.delivery.Epoch;
import gazette.delivery.LeaseKeeper;
import gazette.delivery.Messages;
import gazette.delivery.Outbox;
import gazette.delivery.Parting;
import gazette.delivery.SmtpCourier;
import gazette.delivery.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The threads that deliver: one per connection, and one that keeps the epoch alive. Only the holder of the workspace's
 * lock starts them.
 */
final class Couriers implements AutoCloseable {
    private final Outbox outbox;
    private final Epoch epoch;
    private final Delivery delivery;
    private final List<Thread> workers = new ArrayList<>();
    private final List<Thread> all = new ArrayList<>();

    private Couriers(Outbox outbox, Epoch epoch, Delivery delivery) {
        this.outbox = outbox;
        this.epoch = epoch;
        this.delivery = delivery;
    }

    /** Begins an epoch, takes back what earlier ones left, and delivers. */
    static Couriers start(Workspace workspace, DeliveryLog log, Delivery.Until until) {
        Outbox outbox = workspace.store().outbox();
        Epoch epoch = outbox.enlist(LeaseKeeper.LEASE);
        outbox.takeBackAllBut(epoch);
        Delivery delivery = delivery(workspace, epoch, log, until);
        Couriers couriers = new Couriers(outbox, epoch, delivery);
        for (DeliveryWorker worker : delivery.workers()) {
            couriers.workers.add(couriers.thread("courier-" + (couriers.workers.size() + 1), worker));
        }
        couriers.thread("lease", new LeaseKeeper(outbox, epoch, LeaseKeeper.LEASE, delivery, log));
        couriers.all.forEach(Thread::start);
        return couriers;
    }

    private static Delivery delivery(Workspace workspace, Epoch epoch, DeliveryLog log, Delivery.Until until) {
        Messages messages = workspace.messages();
        List<Delivery.Way> ways = workspace.settings().accounts().stream()
                .map(account -> new Delivery.Way(account, new SmtpCourier(account.server(), messages)))
                .toList();
        Delivery.Manner manner = new Delivery.Manner(
                workspace.settings().retry(),
                workspace.settings().stopAndAsk(),
                workspace.store().editions()::pause);
        return new Delivery(
                workspace.store().outbox(),
                workspace.store().paceBook(),
                epoch,
                ways,
                manner,
                log,
                until,
                Time.of(workspace.clock()));
    }

    private Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        all.add(thread);
        return thread;
    }

    /** The outbox was filled: look at once. */
    void ring() {
        delivery.ring();
    }

    /** Finish what is under way, begin nothing. */
    void stop() {
        delivery.stop();
    }

    /** Close every connection now. */
    void drop() {
        delivery.drop();
    }

    /** Why connections fail at present; empty while they do not. */
    Optional<Parting> trouble() {
        return delivery.trouble();
    }

    /** Why accounts rest although something is due, a sentence each. */
    List<String> rests() {
        return delivery.rests();
    }

    /** Whether every worker has ended, after waiting for it no longer than {@code patience}. */
    boolean areDone(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Thread worker : workers) {
                long left = (end - System.nanoTime()) / 1_000_000;
                worker.join(Math.max(1, left));
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
        return workers.stream().noneMatch(Thread::isAlive);
    }

    /** Stops, waits up to {@code patience} for hand-overs to end, drops those that do not, and ends the epoch. */
    void close(Duration patience) {
        delivery.stop();
        if (!areDone(patience)) {
            delivery.drop();
            areDone(Duration.ofSeconds(1));
        }
        delivery.end();
        outbox.leave(epoch);
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(8));
    }
}
