package gazette.studio;

import gazette.check.Circumstances;
import gazette.check.Finding;
import gazette.check.MessageRules;
import gazette.check.Specimen;
import gazette.sink.Arrival;
import gazette.sink.CaughtMessage;
import gazette.sink.Inbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets all rules look at what comes into the inbox, one message after the other and behind the back of its sender. Safe to
 * use from many threads.
 */
final class Appraiser {
    private static final Logger LOG = LoggerFactory.getLogger("gazette.studio.inbox");

    /** In octets, of a message with its pictures: some rules weigh each rule of a style sheet against each element. */
    private static final int MOST_OCTETS = 3 << 20;

    /** In characters: more than twice what Gmail shows of one. */
    private static final int MOST_HTML = 256 << 10;

    /** More than the inbox holds. */
    private static final int MOST_WAITING = 4096;

    private static final int IDLE_SECONDS = 30;

    private final MessageRules rules = new MessageRules(Circumstances.UNKNOWN);
    private final Map<Long, Appraisal> done = new ConcurrentHashMap<>();
    private final Inbox inbox;
    private final Optional<String> home;
    private final Executor background;
    private final Consumer<Arrival> afterwards;

    /**
     * @param home the host of the newsroom's own pages, if there is a newsroom
     * @param background where messages are looked at
     * @param afterwards told of each message that was looked at
     */
    Appraiser(Inbox inbox, Optional<String> home, Executor background, Consumer<Arrival> afterwards) {
        this.inbox = inbox;
        this.home = home;
        this.background = background;
        this.afterwards = afterwards;
    }

    /** One thread, which ends when it has nothing to do; of too many messages the newest are looked at. */
    static Executor background() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                work -> {
                    Thread thread = new Thread(work, "inbox-checks");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardOldestPolicy());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** Begins with what is there, and goes on with what comes. */
    void start() {
        inbox.listen(this::later);
        inbox.newestFirst().forEach(this::later);
    }

    /** What is known of a message by now. */
    Optional<Appraisal> of(Arrival arrival) {
        return Optional.ofNullable(done.get(arrival.number()));
    }

    private void later(Arrival arrival) {
        background.execute(() -> look(arrival));
    }

    private void look(Arrival arrival) {
        if (done.containsKey(arrival.number())) {
            return;
        }
        inbox.message(arrival.id()).ifPresent(message -> {
            done.put(arrival.number(), appraisal(message));
            forgetWhatIsGone();
            afterwards.accept(arrival);
        });
    }

    private void forgetWhatIsGone() {
        if (done.size() > 2 * inbox.size()) {
            done.keySet().removeIf(number -> inbox.arrival(number).isEmpty());
        }
    }

    private Appraisal appraisal(CaughtMessage message) {
        return look(message)
                .map(looked -> Appraisal.of(looked.preheader, looked.findings))
                .orElseGet(() -> Appraisal.unseen(message.arrival().beginning()));
    }

    /** All that the rules find, the worst first; empty when they leave the message alone. */
    Optional<List<Finding>> findings(CaughtMessage message) {
        return look(message).map(Looked::findings);
    }

    private record Looked(String preheader, List<Finding> findings) {}

    /** Nothing that a stranger writes may stop the looking at what comes after. */
    private Optional<Looked> look(CaughtMessage message) {
        if (!message.isWhole()
                || message.octets() > MOST_OCTETS
                || message.html().length() > MOST_HTML) {
            return Optional.empty();
        }
        try {
            Specimen specimen = Specimen.ofFile(message.to(), message.content(), home);
            return Optional.of(new Looked(specimen.preheader(), rules.of(List.of(specimen))));
        } catch (RuntimeException | StackOverflowError tooOdd) {
            LOG.warn("message {} is too odd for the checks", message.id(), tooOdd);
            return Optional.empty();
        }
    }
}
