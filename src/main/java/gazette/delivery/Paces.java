package gazette.delivery;

import gazette.delivery.Diagnosis.Scope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paces of one account: of all that goes through it, and of what goes to each domain. Safe to use from many threads;
 * its lock guards the domains and what is still to be kept.
 */
final class Paces {
    /** So many domains are measured at once; of more, those that were not mailed lately start anew. */
    private static final int MOST_DOMAINS = 1000;

    /** Complaints about so many domains within {@link #TOGETHER} seconds are about us. */
    private static final int MANY_DOMAINS = 3;

    private static final double TOGETHER = 10;

    private record Complaint(String domain, long at) {}

    private final SmtpAccount account;
    private final Time time;
    private final Pace all;
    private final Map<String, Pace> domains = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Complaint> lately = new ArrayDeque<>();
    private final List<PaceBook.Slowed> news = new ArrayList<>();

    Paces(SmtpAccount account, PaceBook book, Time time) {
        this.account = account;
        this.time = time;
        this.all = Pace.ofAccount(account.rates().ceiling(), time);
        for (PaceBook.Slowed slowed : book.since(time.clock().instant().minus(Pace.MEMORY))) {
            if (slowed.account().equals(account.name())) {
                Duration ago = Duration.between(slowed.at(), time.clock().instant());
                of(slowed.domain()).learnt(slowed.limit(), ago.isNegative() ? Duration.ZERO : ago);
            }
        }
    }

    /** Whether there is a domain with a pace of its own, set or learnt. */
    synchronized boolean knowsDomains() {
        return !account.rates().perDomain().isEmpty()
                || domains.values().stream().anyMatch(pace -> !pace.isUnlimited());
    }

    /** Of the account. */
    Pace all() {
        return all;
    }

    /** Of one domain; of the account for the empty one. */
    synchronized Pace of(String domain) {
        if (domain.isEmpty()) {
            return all;
        }
        Pace pace = domains.computeIfAbsent(
                domain, d -> Pace.ofDomain(account.rates().ceiling(d), time));
        if (domains.size() > MOST_DOMAINS) {
            forgetOne();
        }
        return pace;
    }

    private void forgetOne() {
        for (Iterator<Pace> each = domains.values().iterator(); each.hasNext(); ) {
            if (each.next().isUnlimited()) {
                each.remove();
                return;
            }
        }
    }

    void accepted(String domain) {
        all.accepted();
        of(domain).accepted();
    }

    /** What this complaint slowed down, if anything. */
    List<PaceBook.Slowed> complained(String domain, Diagnosis why) {
        List<PaceBook.Slowed> slowed = new ArrayList<>();
        if (why.pushback() != Pushback.NONE) {
            if (why.scope() == Scope.DOMAIN) {
                slow(domain, why.pushback()).ifPresent(slowed::add);
            }
            if (why.scope() == Scope.ACCOUNT || isOfMany(domain)) {
                slow("", why.pushback()).ifPresent(slowed::add);
            }
        }
        return slowed;
    }

    private Optional<PaceBook.Slowed> slow(String domain, Pushback pushback) {
        Optional<PaceBook.Slowed> slowed = of(domain)
                .complained(pushback)
                .map(limit -> new PaceBook.Slowed(
                        account.name(), domain, limit, time.clock().instant()));
        slowed.ifPresent(this::remember);
        return slowed;
    }

    private synchronized void remember(PaceBook.Slowed slowed) {
        news.add(slowed);
    }

    private synchronized boolean isOfMany(String domain) {
        lately.addLast(new Complaint(domain, time.now()));
        while (time.since(lately.getFirst().at()) > TOGETHER || lately.size() > MOST_DOMAINS) {
            lately.removeFirst();
        }
        return lately.stream()
                        .map(Complaint::domain)
                        .distinct()
                        .limit(MANY_DOMAINS)
                        .count()
                == MANY_DOMAINS;
    }

    /** Writes down what was learnt since the last time; what the store does not take is kept. */
    void keep(PaceBook book) {
        for (Optional<PaceBook.Slowed> next = first(); next.isPresent(); next = first()) {
            book.keep(next.get());
            kept(next.get());
        }
    }

    private synchronized Optional<PaceBook.Slowed> first() {
        return news.stream().findFirst();
    }

    private synchronized void kept(PaceBook.Slowed slowed) {
        news.remove(slowed);
    }
}
