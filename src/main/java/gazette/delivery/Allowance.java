package gazette.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/**
 * What is left of an account's day of warm-up. It is reserved in blocks before it is used, so that a process that dies
 * never uses any twice; what is left of a block is given back at the end. Safe to use from many threads; guarded by its
 * own lock.
 */
final class Allowance {
    /** Reserved at once: what a process that is killed may lose of its day. */
    private static final int BLOCK = 50;

    private final SmtpAccount account;
    private final PaceBook book;
    private final Clock clock;
    private LocalDate day = LocalDate.MIN;
    private int reserved;
    private boolean usedUp;

    Allowance(SmtpAccount account, PaceBook book, Clock clock) {
        this.account = account;
        this.book = book;
        this.clock = clock;
    }

    /** Takes up to {@code wanted}; zero when the day is used up. */
    synchronized int take(int wanted) {
        if (account.warmUp().isEmpty()) {
            return wanted;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        OptionalInt limit = account.warmUp().get().allowance(today);
        if (limit.isEmpty()) {
            return wanted;
        }
        if (!today.equals(day)) {
            day = today;
            reserved = 0;
            usedUp = false;
        }
        if (reserved < wanted && !usedUp) {
            int block = Math.max(wanted, Math.min(BLOCK, limit.getAsInt() / 10));
            int granted = book.reserve(account.name(), today, block, limit.getAsInt());
            usedUp = granted == 0;
            reserved += granted;
        }
        int taken = Math.min(wanted, reserved);
        reserved -= taken;
        return taken;
    }

    synchronized void giveBack(int unused) {
        reserved += unused;
    }

    /** Gives back what is reserved and not used. */
    synchronized void end() {
        if (reserved > 0) {
            book.giveBack(account.name(), day, reserved);
            reserved = 0;
        }
    }
}
