package gazette.delivery;

import java.util.Map;
import java.util.Optional;

/**
 * How many messages a second an account may hand over at most.
 *
 * @param perSecond in all; empty for no limit
 * @param perDomain to one recipient domain, by its name in small letters; a domain that is not there has no limit
 */
public record Rates(Optional<Double> perSecond, Map<String, Double> perDomain) {
    /** As fast as it goes. */
    public static final Rates NONE = new Rates(Optional.empty(), Map.of());

    public Rates {
        perDomain = Map.copyOf(perDomain);
        if (perSecond.filter(r -> r <= 0).isPresent()
                || perDomain.values().stream().anyMatch(r -> r <= 0)) {
            throw new IllegalArgumentException("a rate is more than 0 messages a second");
        }
    }

    double ceiling() {
        return perSecond.orElse(Double.POSITIVE_INFINITY);
    }

    double ceiling(String domain) {
        return perDomain.getOrDefault(domain, Double.POSITIVE_INFINITY);
    }
}
