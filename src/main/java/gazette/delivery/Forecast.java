package gazette.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long what waits will take, by what is known at one moment: the rate that was measured, the paces that are in force
 * for accounts and domains, and the days of a warm-up. What an account learns later is not in it. For one thread.
 */
public final class Forecast {
    private final List<SmtpAccount> accounts;
    private final List<Paces> paces;
    private final PaceBook book;
    private final Instant now;

    /**
     * How much goes until when.
     *
     * @param today how many of the messages go on this day; all, unless a warm-up ends it
     * @param time until the last of them has gone
     */
    public record Left(long today, Duration time) {}

    /**
     * Of the accounts that work while none is away.
     *
     * @throws IllegalArgumentException when there is no account: nothing would ever go
     */
    public Forecast(List<SmtpAccount> all, PaceBook book, Time time) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no account: the settings give at least one");
        }
        List<SmtpAccount> sharing =
                all.stream().filter(account -> account.share() > 0).toList();
        this.accounts = sharing.isEmpty() ? List.copyOf(all) : sharing;
        this.paces =
                accounts.stream().map(account -> new Paces(account, book, time)).toList();
        this.book = book;
        this.now = time.clock().instant();
    }

    /** Whether it matters to whom messages go: there is a pace for some domain. */
    public boolean dependsOnDomains() {
        return paces.stream().allMatch(Paces::knowsDomains);
    }

    /**
     * For {@code messages} that wait for nothing else.
     *
     * @param byDomain how many of them go to each domain, as far as that is known
     * @param measured messages a second of late; 0 when nothing is known
     * @return empty when nothing is known
     */
    public Optional<Left> left(long messages, Map<String, Long> byDomain, double measured) {
        double seconds = Math.max(measured > 0 ? messages / measured : 0, atPace(messages, byDomain));
        long today = allowance(0);
        if (today >= messages) {
            return seconds > 0 ? Optional.of(new Left(messages, duration(seconds))) : Optional.empty();
        }
        long rest = messages - today;
        int days = 1;
        for (; allowance(days) < rest; days++) {
            rest -= allowance(days);
        }
        Duration sleep = Duration.between(
                now, today().plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant());
        return Optional.of(new Left(today, sleep.plus(duration(seconds * rest / messages))));
    }

    /** In seconds; 0 for no limit. */
    private double atPace(long messages, Map<String, Long> byDomain) {
        double slowest = byDomain.entrySet().stream()
                .mapToDouble(domain -> domain.getValue() / perSecond(domain.getKey()))
                .max()
                .orElse(0);
        return Math.max(slowest, messages / perSecond(""));
    }

    private double perSecond(String domain) {
        return paces.stream().mapToDouble(each -> each.of(domain).perSecond()).sum();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** How many messages may go in {@code days} days from now; today, how many more. */
    private long allowance(int days) {
        LocalDate day = today().plusDays(days);
        long all = 0;
        for (SmtpAccount account : accounts) {
            OptionalInt limit =
                    account.warmUp().map(plan -> plan.allowance(day)).orElseGet(OptionalInt::empty);
            if (limit.isEmpty()) {
                return Long.MAX_VALUE;
            }
            int used = days == 0 ? book.reserved(account.name(), day) : 0;
            all += Math.max(0, limit.getAsInt() - used);
        }
        return all;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }
}
