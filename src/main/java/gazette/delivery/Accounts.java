package gazette.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which account takes how much of what is due, by shares and paces. Safe to use from many threads. */
final class Accounts {
    /** How soon an account that is ahead of its share asks again. */
    private static final Duration SHARE = Duration.ofMillis(5);

    private final List<Carrier> carriers;
    private final Shares shares;
    private final Shift shift;
    private final DeliveryLog log;

    Accounts(List<Carrier> carriers, Shift shift, DeliveryLog log, Time time) {
        this.carriers = List.copyOf(carriers);
        this.shares = new Shares(carriers, time);
        this.shift = shift;
        this.log = log;
    }

    List<Carrier> all() {
        return carriers;
    }

    /** Why connections of all accounts fail at present; empty while one works. */
    Optional<Parting> trouble() {
        List<Parting> troubles =
                carriers.stream().flatMap(carrier -> carrier.trouble().stream()).toList();
        return troubles.size() == carriers.size() ? Optional.of(troubles.get(0)) : Optional.empty();
    }

    /** Why accounts rest although something is due, a sentence each. */
    List<String> rests() {
        return carriers.stream().flatMap(carrier -> carrier.rest().stream()).toList();
    }

    /** Whether no account may do more today. */
    boolean allRest() {
        return carriers.stream().allMatch(carrier -> carrier.rest().isPresent());
    }

    /** How many of {@code wanted} the account may claim now; they are taken from its paces. */
    int allowance(Carrier carrier, int wanted) {
        int share = shares.allowance(carrier, wanted);
        boolean rested = carrier.rest().isPresent();
        int granted = share == 0 ? 0 : carrier.take(share);
        shares.took(carrier, granted);
        if (!rested) {
            carrier.rest().ifPresent(log::resting);
        }
        return granted;
    }

    /** How long an account waits that may claim nothing now; empty when it is not its turn at all. */
    Optional<Duration> turn(Carrier carrier) {
        if (carrier.rest().isPresent() || !shares.isIn(carrier)) {
            return Optional.empty();
        }
        Duration next = carrier.untilNext();
        return Optional.of(next.compareTo(SHARE) > 0 ? next : SHARE);
    }

    /** Of what {@link #allowance} gave, so many were not claimed. */
    void giveBack(Carrier carrier, int unclaimed) {
        shares.took(carrier, -unclaimed);
        carrier.giveBack(unclaimed);
    }

    /** Nothing is due for this one: whoever is ahead of it waits for it no more, or neither could go home. */
    void foundNothing(Carrier carrier) {
        carrier.foundNothing();
    }

    /** A claim is given back without an attempt. */
    void unused(Carrier carrier, Dispatch dispatch) {
        shares.took(carrier, -1);
        carrier.unused(dispatch);
    }

    /** Puts off what the account may not take now, unless another one may. */
    Gate gate(Carrier carrier) {
        return domain -> {
            if (carrier.admits(domain)) {
                return Optional.empty();
            }
            if (carriers.stream().anyMatch(other -> other != carrier && other.couldTake(domain))) {
                return Optional.of(Duration.ZERO);
            }
            Duration wait = carrier.putOff(domain);
            shift.holdBack(wait);
            return Optional.of(wait);
        };
    }
}
