package gazette.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes one commit, with one sync of the disk, of what several threads want to commit at once. Whoever comes while
 * nobody commits becomes the leader: it queues for the write lane like everyone else and takes along all who wait by the
 * time its turn has come. Nobody waits for company. When a leader is done, the first of those who came meanwhile is the
 * next one; only whoever is concerned is woken.
 *
 * <p>{@link #lock} guards the list of who waits and whether a leader is at work; it is not held while the leader writes.
 */
final class GroupCommit {
    private final Writes writes;
    private final ReentrantLock lock = new ReentrantLock();
    private List<Member<?, ?>> waiting = new ArrayList<>();
    private boolean hasLeader;
    private TurnTimes times = TurnTimes.NONE;

    /** What a member waits for. */
    private enum Stage {
        WAITING,
        LEADING,
        DONE
    }

    /** One thread's part of a group. Written by a leader before it says so by the stage; then read by its own thread. */
    private static final class Member<Q, A> {
        private final Batch<Q, A> batch;
        private final Q request;
        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();
        private volatile Stage stage = Stage.WAITING;
        private @Nullable A answer;
        private @Nullable Throwable failure;

        Member(Batch<Q, A> batch, Q request) {
            this.batch = batch;
            this.request = request;
        }

        /** Even a thread that was asked to stop waits: its outcome must be written down. */
        void await() {
            boolean interrupted = false;
            while (stage == Stage.WAITING) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
        }

        void becomes(Stage next) {
            stage = next;
            LockSupport.unpark(thread);
        }

        A answer() {
            if (failure != null) {
                throw StoreFailure.of("commit a turn", failure);
            }
            return Objects.requireNonNull(answer);
        }
    }

    GroupCommit(Writes writes) {
        this.writes = writes;
    }

    /**
     * What {@code batch} answers to {@code request}, committed together with what others want. Those in the group who
     * come with the same batch are asked for in one go.
     *
     * @throws StoreFailure when the group could not be committed: then nothing of anyone in it was
     */
    <Q, A> A commit(Batch<Q, A> batch, Q request) {
        Member<Q, A> mine = new Member<>(batch, request);
        enter(mine);
        mine.await();
        if (mine.stage == Stage.LEADING) {
            lead();
        }
        return mine.answer();
    }

    /** What {@code work} answers, committed together with what others want. */
    <T> T commit(Work<T> work) {
        return commit(
                (session, requests) -> {
                    List<T> answers = new ArrayList<>();
                    for (Work<T> each : requests) {
                        answers.add(each.in(session));
                    }
                    return answers;
                },
                work);
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

    private void enter(Member<?, ?> mine) {
        lock.lock();
        try {
            waiting.add(mine);
            if (!hasLeader) {
                hasLeader = true;
                mine.stage = Stage.LEADING;
            }
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        List<Member<?, ?>> group = new ArrayList<>();
        @Nullable Throwable failure = null;
        try {
            writes.writeOfDelivery("commit a turn", session -> run(session, group));
        } catch (RuntimeException | Error broken) { // everyone in the group is told, the leader among them
            failure = broken;
        }
        handOn(group, failure);
        for (Member<?, ?> member : group) {
            member.failure = failure;
            member.becomes(Stage.DONE);
        }
    }

    private int run(Session session, List<Member<?, ?>> group) throws SQLException {
        group.addAll(take());
        Map<Batch<?, ?>, List<Member<?, ?>>> batches = new LinkedHashMap<>();
        for (Member<?, ?> member : group) {
            batches.computeIfAbsent(member.batch, b -> new ArrayList<>()).add(member);
        }
        for (List<Member<?, ?>> together : batches.values()) {
            answer(session, together);
        }
        return group.size();
    }

    /** @param members all with the same batch */
    @SuppressWarnings("unchecked")
    private static <Q, A> void answer(Session session, List<Member<?, ?>> members) throws SQLException {
        List<Member<Q, A>> same = (List<Member<Q, A>>) (List<?>) members;
        List<Q> requests = new ArrayList<>(same.size());
        same.forEach(member -> requests.add(member.request));
        List<A> answers = same.get(0).batch.in(session, requests);
        for (int i = 0; i < same.size(); i++) {
            same.get(i).answer = answers.get(i);
        }
    }

    private List<Member<?, ?>> take() {
        lock.lock();
        try {
            List<Member<?, ?>> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Counts what was done, and makes a leader of the first who came meanwhile. */
    private void handOn(List<Member<?, ?>> group, @Nullable Throwable failure) {
        lock.lock();
        try {
            if (group.isEmpty()) { // the write lane failed before anyone was taken along
                group.addAll(waiting);
                waiting = new ArrayList<>();
            }
            times = failure == null ? times.and(group.size(), waited(group)) : times;
            hasLeader = !waiting.isEmpty();
            if (hasLeader) {
                waiting.get(0).becomes(Stage.LEADING);
            }
        } finally {
            lock.unlock();
        }
    }

    private static long waited(List<Member<?, ?>> group) {
        long now = System.nanoTime();
        long waited = 0;
        for (Member<?, ?> member : group) {
            waited += now - member.since;
        }
        return waited;
    }
}
