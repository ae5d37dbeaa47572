package gazette.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The redirects that one fetch follows (RFC 9110 section 15.4). */
final class Trail {
    private final Target start;
    private final int most;
    private final Set<URI> seen = new HashSet<>();
    private Target here;
    private boolean isPermanent = true;
    private Optional<URI> moved = Optional.empty();

    Trail(Target start, int most) {
        this.start = start;
        this.most = most;
        this.here = start;
        seen.add(start.address());
    }

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    Target here() {
        return here;
    }

    /**
     * Where the document has moved to for good. Empty for an address with a password, which would be lost on the way, and
     * from the first redirect on that may not last, or that leaves https.
     */
    Optional<URI> moved() {
        return moved;
    }

    /** The password of the first address, for its own server alone. */
    Optional<String> login() {
        return here.server().equals(start.server()) ? start.login() : Optional.empty();
    }

    /** Goes where the answer {@code status} with this {@code Location} says. */
    void follow(int status, String location) throws Refused {
        if (location.isBlank()) {
            throw new Refused(
                    here.host().name() + " answered " + status
                            + " (it is elsewhere) without saying where: tell the publisher, or look for another address of the feed");
        }
        URI address = Reference.resolve(here.address(), location).orElseThrow(() -> nowhere(location));
        Target next = Target.of(address);
        if (!seen.add(next.address())) {
            throw new Refused(here.host().name() + " redirects in a circle, back to "
                    + Shown.of(next.address().toString())
                    + ": open it in a browser and take the address that it ends at");
        }
        if (seen.size() > most + 1) {
            throw new Refused(start.host().name() + " redirects more than " + most
                    + " times: open it in a browser and take the address that it ends at");
        }
        boolean leavesHttps = here.scheme().equals("https") && next.scheme().equals("http");
        isPermanent &= (status == 301 || status == 308)
                && !leavesHttps
                && start.login().isEmpty();
        here = next;
        if (isPermanent) {
            moved = Optional.of(next.address());
        }
    }

    private Refused nowhere(String location) {
        return new Refused(here.host().name() + " redirects to '" + Shown.of(location)
                + "', which is no address: tell the publisher, or look for another address of the feed");
    }
}
