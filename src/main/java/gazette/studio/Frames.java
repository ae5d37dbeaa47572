package gazette.studio;

import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What frames of messages that nobody gets have in common. */
final class Frames {
    private Frames() {}

    /** A reader of whom nothing is known; the domain is one that nobody can have (RFC 2606 section 2). */
    static Subscriber nobody() {
        return new Subscriber(
                0,
                EmailAddress.of("lectrice@orange.example"),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    /** {@code cid} as a segment of a path (RFC 3986 section 3.3). */
    static String segment(String cid) {
        return URLEncoder.encode(cid, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
