package gazette.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * An account at work: its courier, its breaker, its connections and its paces. Shared by the account's workers; safe to
 * use from many threads.
 */
final class Carrier {
    private final SmtpAccount account;
    private final Courier courier;
    private final Breaker breaker;
    private final Connections connections;
    private final Paces paces;
    private final Allowance allowance;
    private final PaceBook book;
    private final Time time;
    private volatile Optional<Parting> trouble = Optional.empty();

    /** Guarded by the lock of {@link Shares}. */
    private double progress;

    private volatile long lastTaken;
    private volatile boolean usedUp;

    Carrier(SmtpAccount account, Courier courier, Breaker breaker, PaceBook book, Time time) {
        this.account = account;
        this.courier = courier;
        this.breaker = breaker;
        this.connections = new Connections(account.server().connections(), time);
        this.paces = new Paces(account, book, time);
        this.allowance = new Allowance(account, book, time.clock());
        this.book = book;
        this.time = time;
        this.lastTaken = longAgo();
    }

    private long longAgo() {
        return time.now() - Duration.ofDays(1).toNanos();
    }

    String name() {
        return account.name();
    }

    int share() {
        return account.share();
    }

    int workers() {
        return account.server().connections();
    }

    Courier courier() {
        return courier;
    }

    Breaker breaker() {
        return breaker;
    }

    Connections connections() {
        return connections;
    }

    double progress() {
        return progress;
    }

    void progress(double level) {
        progress = level;
    }

    long lastTaken() {
        return lastTaken;
    }

    void tookNow() {
        lastTaken = time.now();
    }

    /** It looked, and there was nothing for it. */
    void foundNothing() {
        lastTaken = longAgo();
    }

    /** Whether it can carry nothing at present, whoever is to blame. */
    boolean isAway() {
        return breaker.isOpen() || usedUp;
    }

    /** Why its connections fail at present. */
    Optional<Parting> trouble() {
        return trouble;
    }

    void troubled(Optional<Parting> by) {
        trouble = by;
    }

    /** How many of {@code wanted} may be claimed now, by the pace of the account and its day; they are taken. */
    int take(int wanted) {
        int turns = paces.all().take(wanted);
        int granted = allowance.take(turns);
        usedUp = turns > 0 && granted == 0;
        paces.all().giveBack(turns - granted);
        return granted;
    }

    /** How long until the account's pace has a turn. */
    Duration untilNext() {
        return paces.all().untilNext();
    }

    /** Why nothing more goes today, if the warm-up's day is used up. */
    Optional<String> rest() {
        LocalDate today = today();
        return usedUp
                ? account.warmUp()
                        .map(plan -> "account " + name() + " has handed over the "
                                + plan.allowance(today).orElse(0)
                                + " messages of this day of its warm-up; it goes on at "
                                + today.plusDays(1) + "T00:00Z")
                : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.clock().instant(), ZoneOffset.UTC);
    }

    /** Of those that {@link #take} gave, so many were not claimed. */
    void giveBack(int unclaimed) {
        paces.all().giveBack(unclaimed);
        allowance.giveBack(unclaimed);
    }

    /** A dispatch that was claimed goes back without an attempt. */
    void unused(Dispatch dispatch) {
        giveBack(1);
        paces.of(domain(dispatch)).giveBack(1);
    }

    /** Whether a message to {@code domain} may go now; it is then counted. */
    boolean admits(String domain) {
        return paces.of(domain).take(1) > 0;
    }

    /** Whether it could take a message to {@code domain} now. */
    boolean couldTake(String domain) {
        return share() > 0 && !isAway() && paces.of(domain).untilNext().isZero();
    }

    Duration putOff(String domain) {
        return paces.of(domain).putOff();
    }

    /** What the outcome of an attempt says of the account and its paces; what it slowed down. */
    List<PaceBook.Slowed> settled(Settled settled) {
        String domain = domain(settled.dispatch());
        if (settled.outcome() instanceof Outcome.Accepted) {
            paces.accepted(domain);
            tookNow();
        }
        return settled.outcome() instanceof Outcome.Deferred deferred
                ? paces.complained(domain, deferred.why())
                : List.of();
    }

    /** Writes down what was learnt. */
    void keep() {
        paces.keep(book);
    }

    /** Nothing more goes through it. */
    void end() {
        keep();
        allowance.end();
    }

    private static String domain(Dispatch dispatch) {
        return dispatch.subscriber().address().domain();
    }
}
