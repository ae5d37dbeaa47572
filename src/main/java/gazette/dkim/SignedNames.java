package gazette.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which fields a signature covers. */
final class SignedNames {
    /** What people see of a message: named once more than they are there, so that nobody can add one (RFC 6376 section 5.4). */
    private static final List<String> SEEN = List.of("from", "reply-to", "to", "cc", "subject", "date");

    /**
     * What else says what a message is. Receivers ask for both fields of one-click unsubscription (RFC 8058 section 4),
     * Gmail for {@code Feedback-ID}.
     */
    private static final Set<String> MEANT = Set.of(
            "message-id",
            "list-id",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "archived-at",
            "feedback-id",
            "content-language",
            "precedence",
            "auto-submitted",
            "mime-version",
            "content-type",
            "content-transfer-encoding");

    private SignedNames() {}

    /** The names for {@code h=}, in small letters. */
    static List<String> of(Head head) {
        List<String> names = new ArrayList<>();
        head.fields().stream()
                .map(HeadField::name)
                .filter(name -> MEANT.contains(name) || SEEN.contains(name))
                .forEach(names::add);
        names.addAll(SEEN);
        return names;
    }
}
