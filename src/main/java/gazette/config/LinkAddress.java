package gazette.config;

import gazette.mail.EmailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a line at the foot of a message leads: a page of the web, or an address that mail can be sent to. */
final class LinkAddress {
    private static final String MAILTO = "mailto:";
    private static final String ADVICE =
            "give an address such as https://example.org/mentions or mailto:lettre@example.org";

    private LinkAddress() {}

    static Fit<URI> read(String text) {
        String address = text.strip();
        if (address.toLowerCase(Locale.ROOT).startsWith(MAILTO)) {
            return mail(address.substring(MAILTO.length()));
        }
        int fragment = address.indexOf('#');
        Optional<URI> page = FeedAddress.of(fragment < 0 ? address : address.substring(0, fragment));
        return page.flatMap(p -> uri(p + (fragment < 0 ? "" : address.substring(fragment))))
                .map(Fit::of)
                .orElse(Fit.not(ADVICE));
    }

    private static Fit<URI> mail(String text) {
        String to = text.replaceFirst("\\?.*", "");
        return EmailAddress.objection(to).isPresent()
                ? Fit.not(ADVICE)
                : uri(MAILTO + text).map(Fit::of).orElse(Fit.not(ADVICE));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(new URI(text).toASCIIString()));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
