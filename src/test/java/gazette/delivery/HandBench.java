package gazette.delivery;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A background without a thread: what it is to do is done when the test moves the time. */
final class HandBench extends ScheduledThreadPoolExecutor {
    private final HandTime time;
    private final Queue<Order> orders = new PriorityQueue<>(Comparator.comparingLong(order -> order.at));

    HandBench(HandTime time) {
        super(0);
        this.time = time;
    }

    private static final class Order extends FutureTask<Object> implements RunnableScheduledFuture<Object> {
        private final long at;

        Order(Runnable task, long at) {
            super(task, "done");
            this.at = at;
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        Order order = new Order(task, time.time().now() + unit.toNanos(delay));
        orders.add(order);
        return order;
    }

    /** How many orders are waited with. */
    int ordered() {
        return orders.size();
    }

    /** Does what is due by now. */
    void work() {
        Optional<Order> due = due();
        while (due.isPresent()) {
            orders.remove(due.get());
            due.get().run();
            due = due();
        }
    }

    private Optional<Order> due() {
        return Optional.ofNullable(orders.peek())
                .filter(order -> order.at <= time.time().now());
    }

    /** Moves the time, and does what is due then. */
    void forward(Duration by) {
        time.forward(by);
        work();
    }
}
