package gazette.delivery;

import gazette.store.memory.MemoryPaceBook;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deliveries that try again soon, and the threads of their workers. */
final class Deliveries {
    static final RetryPolicy PATIENT = new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), 1000);
    static final Delivery.Manner MANNER = new Delivery.Manner(PATIENT, StopAndAsk.Limit.NONE, (edition, why) -> false);
    static final Time TIME = Time.of(Clock.systemUTC());

    /** Of leases that nobody renews. */
    private static final Duration A_WHILE = Duration.ofHours(1);

    private Deliveries() {}

    static SmtpAccount account(String name, int port, int connections, int share, Rates rates) {
        SmtpServer one = Sample.server(port);
        SmtpServer server = new SmtpServer(one.host(), port, one.tls(), one.login(), connections, one.timeouts());
        return new SmtpAccount(name, server, share, rates, Optional.empty());
    }

    static Carrier carrier(SmtpAccount account, Courier courier, PaceBook book) {
        Breaker breaker = new Breaker(Duration.ofMillis(5), Duration.ofMillis(50), TIME);
        return new Carrier(account, courier, breaker, book, TIME);
    }

    /** Over the loopback, with letters of two kilobytes. */
    static Carrier carrier(SmtpAccount account) {
        SmtpCourier courier = new SmtpCourier(account.server(), dispatch -> Sample.letter(dispatch, 2000));
        return carrier(account, courier, new MemoryPaceBook());
    }

    static Delivery of(
            Outbox outbox, List<Carrier> carriers, Delivery.Manner manner, DeliveryLog log, Delivery.Until until) {
        Epoch epoch = outbox.enlist(A_WHILE);
        Journal journal = outbox.journal(epoch, manner.retry());
        return new Delivery(outbox, epoch, carriers, journal, manner, log, until, TIME, Duration.ofMillis(5));
    }

    static List<Thread> start(Delivery delivery) {
        return start(delivery.workers());
    }

    static List<Thread> start(List<DeliveryWorker> workers) {
        List<Thread> threads = new ArrayList<>();
        for (DeliveryWorker worker : workers) {
            Thread thread = new Thread(worker, "delivery-" + threads.size());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    static void run(Delivery delivery) throws InterruptedException {
        join(start(delivery));
    }
}
