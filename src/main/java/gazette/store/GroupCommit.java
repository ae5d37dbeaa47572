package gazette.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes one commit, with one sync of the disk, of what several threads want to commit at once. Whoever comes while
 * nobody commits becomes the leader: it queues for the write lane like everyone else and takes along all who wait by the
 * time its turn has come. Nobody waits for company.
 *
 * <p>{@link #lock} guards the list of who waits and whether a leader is at work; it is not held while the leader writes.
 */
final class GroupCommit {
    private final Writes writes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private List<Member> waiting = new ArrayList<>();
    private boolean hasLeader;
    private TurnTimes times = TurnTimes.NONE;

    /** One thread's part of a group. Written by the leader; read by its own thread after the leader let go of the lock. */
    private static final class Member {
        private final Work<Boolean> work;
        private final long since = System.nanoTime();
        private boolean done;
        private boolean verdict;
        private @Nullable Throwable failure;

        Member(Work<Boolean> work) {
            this.work = work;
        }

        boolean verdict() {
            if (failure != null) {
                throw StoreFailure.of("commit a turn", failure);
            }
            return verdict;
        }
    }

    GroupCommit(Writes writes) {
        this.writes = writes;
    }

    /**
     * The answer of {@code work}, committed together with that of others.
     *
     * @throws StoreFailure when the group could not be committed: then nothing of anyone in it was
     */
    boolean commit(Work<Boolean> work) {
        Member mine = new Member(work);
        if (leads(mine)) {
            lead();
        }
        return mine.verdict();
    }

    /** What the commits of this group cost so far. */
    TurnTimes times() {
        lock.lock();
        try {
            return times;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code mine} is committed, or nobody is there to commit it. */
    private boolean leads(Member mine) {
        lock.lock();
        try {
            waiting.add(mine);
            while (hasLeader && !mine.done) {
                finished.awaitUninterruptibly();
            }
            hasLeader = hasLeader || !mine.done;
            return !mine.done;
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        List<Member> group = new ArrayList<>();
        @Nullable Throwable failure = null;
        try {
            writes.write("commit a turn", session -> run(session, group));
        } catch (RuntimeException | Error broken) { // everyone in the group is told, the leader among them
            failure = broken;
        }
        finish(group, failure);
    }

    private int run(Session session, List<Member> group) throws SQLException {
        group.addAll(take());
        for (Member member : group) {
            member.verdict = member.work.in(session);
        }
        return group.size();
    }

    private List<Member> take() {
        lock.lock();
        try {
            List<Member> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void finish(List<Member> group, @Nullable Throwable failure) {
        lock.lock();
        try {
            if (group.isEmpty()) { // the write lane failed before anyone was taken along
                group.addAll(waiting);
                waiting = new ArrayList<>();
            }
            for (Member member : group) {
                member.failure = failure;
                member.done = true;
            }
            hasLeader = false;
            times = failure == null ? times.and(group.size(), waited(group)) : times;
            finished.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static long waited(List<Member> group) {
        long now = System.nanoTime();
        return group.stream().mapToLong(member -> now - member.since).sum();
    }
}
