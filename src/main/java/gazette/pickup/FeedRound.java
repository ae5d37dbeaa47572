package gazette.pickup;

import gazette.article.FeedSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The feeds of one round, asked all at once, but each host for one after the other. Hosts take turns: after each answer
 * a host goes to the end of the queue, so that one that is slow and has many feeds keeps nobody waiting. What was read
 * waits in a short queue; who finds it full waits too, so that memory holds few feeds however many there are.
 *
 * <p>Threads meet in the two queues alone; a host's own queue is seen by one thread at a time.
 */
final class FeedRound implements AutoCloseable {
    /** How many readings may wait to be stored. */
    private static final int MOST_WAITING = 16;
    /** How long, in milliseconds, a thread with a reading waits before it looks whether the round is over. */
    private static final long LOOK = 100;

    /** One feed to ask. */
    record Question(FeedSource feed, Health before) {}

    private final FeedDesk desk;
    private final Executor threads;
    private final BlockingQueue<Reading> answers = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean isOver;

    FeedRound(FeedDesk desk, Executor threads) {
        this.desk = desk;
        this.threads = threads;
    }

    /** Begins to ask; first those that have not failed, and of them those whose last try is longest ago. */
    void ask(List<Question> questions) {
        List<Question> ordered = new ArrayList<>(questions);
        ordered.sort(
                Comparator.comparing((Question question) -> question.before().failures())
                        .thenComparing(question -> question.before()
                                .lastTry()
                                .map(last -> last.toEpochMilli())
                                .orElse(0L)));
        Map<String, Deque<Question>> hosts = new LinkedHashMap<>();
        for (Question question : ordered) {
            hosts.computeIfAbsent(host(question), host -> new ArrayDeque<>()).add(question);
        }
        hosts.values().forEach(this::goOn);
    }

    private static String host(Question question) {
        return Optional.ofNullable(question.before()
                        .moved()
                        .orElse(question.feed().address())
                        .getHost())
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private void goOn(Queue<Question> host) {
        try {
            threads.execute(() -> next(host));
        } catch (RejectedExecutionException closing) { // the process ends; whoever was not asked will be
            isOver = true;
        }
    }

    private void next(Queue<Question> host) {
        Question question = host.remove();
        if (isOver) {
            return;
        }
        handIn(desk.read(question.feed(), question.before()));
        if (!host.isEmpty()) {
            goOn(host);
        }
    }

    private void handIn(Reading reading) {
        try {
            while (!isOver && !answers.offer(reading, LOOK, TimeUnit.MILLISECONDS)) {
                assert answers.size() <= MOST_WAITING;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next reading; empty when there is none after {@code nanos}. */
    Optional<Reading> next(long nanos) throws InterruptedException {
        return Optional.ofNullable(answers.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS));
    }

    /** Asks nobody any more; what comes in late is dropped, and its source is asked again by the next round. */
    @Override
    public void close() {
        isOver = true;
    }
}
