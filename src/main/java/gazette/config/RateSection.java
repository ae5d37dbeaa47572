package gazette.config;

import gazette.delivery.Rates;
import gazette.mail.EmailAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code rate}: how many messages a second an account may hand over. */
final class RateSection {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(\\.\\d{1,4})?");
    private static final String ADVICE = "give messages a second, such as 20 or 0.5";

    private RateSection() {}

    static Rates read(Section rate) {
        Optional<Double> perSecond = rate.optional("per-second", RateSection::perSecond);
        Section domains = rate.section("per-domain");
        Map<String, Double> perDomain = new HashMap<>();
        for (String name : domains.names()) {
            Optional<String> domain = domain(name);
            if (domain.isEmpty()) {
                domains.object(name, "is no domain of addresses", "give what stands after the @, such as gmail.com");
            }
            Optional<Double> value = domains.entry(name, RateSection::perSecond, ADVICE);
            domain.ifPresent(d -> value.ifPresent(v -> perDomain.put(d, v)));
        }
        rate.close();
        return new Rates(perSecond, perDomain);
    }

    private static Fit<Double> perSecond(String text) {
        return Optional.of(text.strip())
                .filter(t -> DECIMAL.matcher(t).matches())
                .map(Double::valueOf)
                .filter(n -> n > 0)
                .map(Fit::of)
                .orElse(Fit.not(ADVICE));
    }

    /** As addresses have it: in small letters, as A-labels. */
    private static Optional<String> domain(String name) {
        String address = "x@" + name;
        return EmailAddress.objection(address).isPresent()
                ? Optional.empty()
                : Optional.of(EmailAddress.of(address).domain());
    }
}
