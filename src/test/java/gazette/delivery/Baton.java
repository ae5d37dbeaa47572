package gazette.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one thread of many run at a time. Whoever comes to a point where another could go first gives the baton away, and
 * chance says to whom; time passes only by what they say they took, and when all of them wait.
 */
final class Baton {
    private static final Instant BEGIN = Instant.parse("2026-03-01T06:00:00Z");

    /** What a runner is a part of. */
    interface Life {
        /** Of whoever is never killed, never frozen and never rung for. */
        Life ENDLESS = new Life() {
            @Override
            public boolean isOver() {
                return false;
            }

            @Override
            public long frozenUntil() {
                return 0;
            }

            @Override
            public long rings() {
                return 0;
            }
        };

        /** Whether its runners end where they stand. */
        boolean isOver();

        /** None of its runners runs before, in nanoseconds. */
        long frozenUntil();

        /** Changes when somebody rings for those who rest. */
        long rings();
    }

    /** One thread. What is not volatile is the baton holder's. */
    private final class Runner {
        private final Thread thread;
        private final Life life;
        private volatile boolean has;
        private volatile Object monitor = this;
        private boolean rests;
        private long readyAt;
        private long heard;

        Runner(Thread thread, Life life) {
            this.thread = thread;
            this.life = life;
            this.readyAt = nanos;
        }

        long due() {
            long ready = rests && life.rings() != heard ? 0 : readyAt;
            return life.isOver() ? 0 : Math.max(ready, life.frozenUntil());
        }

        void give() {
            if (rests) {
                Object rested = monitor;
                synchronized (rested) { // else it could wake by another's ring, and go on while the giver waits for it
                    has = true;
                    rested.notifyAll();
                }
            } else {
                has = true;
                LockSupport.unpark(thread);
            }
        }

        void await() {
            while (!has) {
                LockSupport.park(this);
            }
        }

        void awaitOnMonitor() throws InterruptedException {
            while (!has) {
                monitor.wait();
            }
        }
    }

    private final Random chance;
    private final double restless;
    private final List<Runner> runners = new ArrayList<>();
    private Runner current;
    private long nanos;

    /**
     * The calling thread has the baton.
     *
     * @param restless how often another one is looked for, from 0 to 1
     */
    Baton(Random chance, double restless, Life ofCaller) {
        this.chance = chance;
        this.restless = restless;
        this.current = new Runner(Thread.currentThread(), ofCaller);
        this.runners.add(current);
    }

    long nanos() {
        return nanos;
    }

    Time time() {
        return new Time(clock(), () -> nanos, this::rest);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return BEGIN.plusNanos(nanos);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("one zone is enough");
            }
        };
    }

    /** Another runner, which begins when it gets the baton. */
    void start(String name, Life life, Runnable task) {
        Runner[] runner = new Runner[1];
        Thread thread = new Thread(
                () -> {
                    runner[0].await();
                    try {
                        task.run();
                    } finally {
                        end(runner[0]);
                    }
                },
                name);
        thread.setDaemon(true);
        runner[0] = new Runner(thread, life);
        runners.add(runner[0]);
        thread.start();
    }

    private void end(Runner runner) {
        runners.remove(runner);
        current = pick();
        current.give();
    }

    /** Something took so long; others may have their turn. */
    void pass(long took) {
        Runner me = current;
        me.readyAt = nanos + took;
        if (changes(me)) {
            me.await();
        }
    }

    void pass(Duration took) {
        pass(took.toNanos());
    }

    /** Rests until somebody rings, for so long at most; the caller holds {@code monitor}. */
    private void rest(Object monitor, long atMost) throws InterruptedException {
        Runner me = current;
        me.monitor = monitor;
        me.rests = true;
        me.heard = me.life.rings();
        me.readyAt = nanos + atMost;
        if (changes(me)) {
            me.awaitOnMonitor();
        }
        me.rests = false;
        if (me.life.isOver()) {
            throw new Died();
        }
    }

    private boolean changes(Runner me) {
        Runner next = pick();
        if (next == me) {
            return false;
        }
        me.has = false;
        current = next;
        next.give();
        return true;
    }

    private Runner pick() {
        List<Runner> ready = ready();
        if (ready.isEmpty()) {
            nanos = runners.stream().mapToLong(Runner::due).min().orElseThrow();
            ready = ready();
        }
        boolean stays = ready.contains(current) && chance.nextDouble() >= restless;
        return stays ? current : ready.get(chance.nextInt(ready.size()));
    }

    private List<Runner> ready() {
        List<Runner> ready = new ArrayList<>();
        for (Runner runner : runners) {
            if (runner.due() <= nanos) {
                ready.add(runner);
            }
        }
        return ready;
    }

    /** Whether nobody but the caller runs. */
    boolean isAlone() {
        return runners.size() == 1;
    }

    /** The process is gone, and all that it had in mind. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died() {
            super("killed", null, false, false);
        }
    }
}
